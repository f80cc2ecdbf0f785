package org.zhili.resources.internal.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.problem.ProblemException;

/**
 * A photo drawn anew: upright, small enough for lists and lines, and with nothing of the file it
 * came in, neither what a camera writes beside a photo nor what else may hide there.
 */
final class Photo {
  /**
   * How many pixels are decoded at most: twice what phones take as a rule. A progressive JPEG is
   * held as a whole by its decoder, at six bytes a pixel, whatever is wanted of it.
   */
  static final long MOST_PIXELS = 24_000_000;

  private static final int LARGEST_SIDE = 1_600;
  private static final int SMALL_SIDE = 320;
  private static final float QUALITY = 0.82f;

  private final BufferedImage image;

  private Photo(BufferedImage image) {
    this.image = image;
  }

  /** Draw what a file shows; what kind of file it is, its first bytes say. */
  static Photo of(byte[] file) {
    ImageReader reader = reader(file).orElseThrow(Trouble.NOT_A_PHOTO::problem);
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw Trouble.TOO_MANY_PIXELS.problem(
            width + " × " + height, Long.toString(MOST_PIXELS / 1_000_000));
      }
      BufferedImage drawn = fitting(roughly(reader, Math.max(width, height)), LARGEST_SIDE);
      return new Photo(Upright.of(file).turn(drawn));
    } catch (ProblemException refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // the decoders have many ways of saying that a file is broken
      throw Trouble.NOT_A_PHOTO.problem();
    } finally {
      reader.dispose();
    }
  }

  private static Optional<ImageReader> reader(byte[] file) {
    if (begins(file, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(ImageIO.getImageReadersByFormatName("jpeg").next());
    }
    return begins(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
        ? Optional.of(ImageIO.getImageReadersByFormatName("png").next())
        : Optional.empty();
  }

  private static boolean begins(byte[] file, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decode every so many pixels of a large one, so that it is never there as a whole. */
  private static BufferedImage roughly(ImageReader reader, int side) throws IOException {
    ImageReadParam how = reader.getDefaultReadParam();
    int step = Math.max(1, side / LARGEST_SIDE);
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  /** The same, opaque, with no side longer than that. */
  private static BufferedImage fitting(BufferedImage image, int side) {
    double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = fitted.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return fitted;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  byte[] full() {
    return jpeg(image);
  }

  byte[] small() {
    return jpeg(fitting(image, SMALL_SIDE));
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
      out.flush();
    } catch (IOException e) {
      throw new IllegalStateException("an image in memory is written to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
