package org.zhili.residents.internal;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;

/** Draws an address as a QR code (二维码). */
final class QrDrawing {
  /** What a reader needs to see around the code, in modules. */
  private static final int MARGIN = 4;

  private QrDrawing() {}

  /** Draw it as SVG, a unit for each module. */
  static byte[] of(String address) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    int side = code.size + 2 * MARGIN;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    String drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
            + "<path d=\"%s\"/></svg>";
    return drawing.formatted(side, side, side, side, path).getBytes(StandardCharsets.UTF_8);
  }
}
