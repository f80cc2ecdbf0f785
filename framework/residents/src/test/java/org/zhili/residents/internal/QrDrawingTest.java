package org.zhili.residents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhili.web.Exchange;

class QrDrawingTest {
  private static final String ADDRESS = "https://town.example/proxied/residents/#/0123456789ABCDEF";

  private static final int SCALE = 4;
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  private final Residents residents = new Residents();

  @Test
  void a_phone_reads_the_address_the_page_was_opened_at() throws Exception {
    Exchange drawing = asked(ADDRESS, true);
    assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(drawing.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(read(drawing.body())).isEqualTo(ADDRESS);
  }

  @Test
  void nobody_else_has_an_address_drawn_and_nothing_else_is() throws IOException {
    assertThat(asked(ADDRESS, false).status()).isEqualTo(404);
    assertThat(asked("javascript:alert(1)", true).status()).isEqualTo(404);
    assertThat(asked("https://" + "x".repeat(301), true).status()).isEqualTo(404);
  }

  private Exchange asked(String address, boolean byThePage) throws IOException {
    Exchange exchange = new Exchange("/qr.svg").with("of", address);
    if (byThePage) {
      exchange.with("X-Requested-With", "residents");
    }
    residents.doGet(exchange.request(), exchange.response());
    return exchange;
  }

  /** As a camera sees it. */
  private static String read(String svg) throws ReaderException {
    int side = SIDE.matcher(svg).results().mapToInt(found -> number(found, 1)).sum() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    MODULE
        .matcher(svg)
        .results()
        .forEach(
            found -> {
              for (int i = 0; i < SCALE * SCALE; i++) {
                int x = number(found, 1) * SCALE + i % SCALE;
                int y = number(found, 2) * SCALE + i / SCALE;
                pixels[y * side + x] = 0;
              }
            });
    BinaryBitmap seen =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader()
        .decode(seen, Map.of(DecodeHintType.POSSIBLE_FORMATS, BarcodeFormat.QR_CODE))
        .getText();
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
