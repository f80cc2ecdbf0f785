package org.zhili.resources.internal.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as phones and mischief send them. */
final class Pictures {
  private Pictures() {}

  /** Its left half is black, and its right half white. */
  static byte[] jpeg(int width, int height) {
    return file(half(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  static byte[] png(int width, int height) {
    return file(half(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  private static BufferedImage half(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int x = width / 2; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, Color.WHITE.getRGB());
      }
    }
    return image;
  }

  private static byte[] file(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with what a camera writes beside it, and something behind the picture. */
  static byte[] taken(byte[] jpeg, int orientation, String beside, String behind) {
    byte[] words = beside.getBytes(StandardCharsets.UTF_8);
    byte[] end = behind.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 36 + words.length + end.length);
    file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (34 + words.length));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    file.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
    file.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    file.putShort((short) orientation).putShort((short) 0).putInt(0).put(words);
    return file.put(jpeg, 2, jpeg.length - 2).put(end).array();
  }

  /** A PNG that says it is as large as that, and holds nothing. */
  static byte[] bomb(int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    head.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(head.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put(head.array())
        .putInt((int) sum.getValue())
        .array();
  }

  static BufferedImage seen(byte[] jpeg) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(jpeg))).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is dark at a place, told in parts of its width and height. */
  static boolean dark(BufferedImage image, double x, double y) {
    int at = image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y));
    return new Color(at).getGreen() < 100;
  }
}
