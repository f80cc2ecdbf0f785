package org.zhili.resources.internal.attachments;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, which JPEG files tell beside the picture (Exif, tag 0x0112); what is drawn
 * anew has to be turned, since it tells no more.
 */
record Upright(int orientation) {
  private static final int EXIF = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int ORIENTATION = 0x0112;
  private static final long EXIF_NAME = 0x4578_6966_0000L;

  /** What a file says; upright when it does not. */
  static Upright of(byte[] file) {
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      if ((in.getShort() & 0xFFFF) != 0xFFD8) {
        return new Upright(1);
      }
      while ((in.get() & 0xFF) == 0xFF) {
        int kind = in.get() & 0xFF;
        int length = (in.getShort() & 0xFFFF) - 2;
        if (kind == SCAN || length < 0) {
          break;
        }
        ByteBuffer part = in.slice().limit(length);
        if (kind == EXIF && length > 14 && part.getLong() >>> 16 == EXIF_NAME) {
          return new Upright(orientation(part.position(6).slice()));
        }
        in.position(in.position() + length);
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // a file that ends too early is told by who decodes it
    }
    return new Upright(1);
  }

  private static int orientation(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    int entries = tiff.getShort() & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = tiff.position() + i * 12;
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
        int told = tiff.getShort(at + 8);
        return told >= 1 && told <= 8 ? told : 1;
      }
    }
    return 1;
  }

  BufferedImage turn(BufferedImage image) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = orientation > 4;
    BufferedImage turned =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(image, way(width, height), null);
    pen.dispose();
    return turned;
  }

  /** Where each point of the picture goes. */
  private AffineTransform way(int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      default -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }
}
