package org.zhili.resources.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
  @Test
  void a_large_photo_is_drawn_smaller_in_its_shape_and_a_small_one_stays() {
    Photo photo = Photo.of(Pictures.jpeg(4000, 3000));

    assertThat(photo.width()).isEqualTo(1600);
    assertThat(photo.height()).isEqualTo(1200);
    assertThat(Pictures.seen(photo.full()).getWidth()).isEqualTo(1600);
    assertThat(Pictures.seen(photo.small()).getWidth()).isEqualTo(320);
    assertThat(Photo.of(Pictures.jpeg(40, 30)).width()).isEqualTo(40);
    assertThat(Pictures.dark(Pictures.seen(photo.full()), 0.25, 0.5)).isTrue();
    assertThat(Pictures.dark(Pictures.seen(photo.full()), 0.75, 0.5)).isFalse();
  }

  @Test
  void what_is_clear_in_a_png_is_white() {
    BufferedImage seen = Pictures.seen(Photo.of(Pictures.png(60, 30)).full());

    assertThat(Pictures.dark(seen, 0.25, 0.5)).isFalse();
    assertThat(seen.getHeight()).isEqualTo(30);
  }

  @Test
  void nothing_beside_or_behind_the_picture_is_kept() {
    byte[] taken = Pictures.taken(Pictures.jpeg(40, 30), 1, "N 30.5", "<script>alert(1)</script>");
    assertThat(text(taken)).contains("Exif", "N 30.5", "<script>");

    assertThat(text(Photo.of(taken).full())).doesNotContain("Exif", "N 30.5", "script");
    assertThat(text(Photo.of(taken).small())).doesNotContain("Exif", "N 30.5", "script");
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  /** The left of the file is dark; where is that, once the camera is held upright? */
  @ParameterizedTest
  @CsvSource({
    "1, 0.25, 0.5, 40", "2, 0.75, 0.5, 40", "3, 0.75, 0.5, 40", "4, 0.25, 0.5, 40",
    "5, 0.5, 0.25, 30", "6, 0.5, 0.25, 30", "7, 0.5, 0.75, 30", "8, 0.5, 0.75, 30",
    "9, 0.25, 0.5, 40"
  })
  void a_photo_stands_upright_however_the_camera_was_held(
      int orientation, double x, double y, int width) {
    Photo photo = Photo.of(Pictures.taken(Pictures.jpeg(40, 30), orientation, "", ""));
    BufferedImage seen = Pictures.seen(photo.full());

    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(Pictures.dark(seen, x, y)).isTrue();
    assertThat(Pictures.dark(seen, 1 - x, 1 - y)).isFalse();
  }

  @Test
  void a_photo_that_would_fill_the_memory_is_not_decoded() {
    refused(413, "ZL-3162", () -> Photo.of(Pictures.bomb(30_000, 30_000)));
    refused(413, "ZL-3162", () -> Photo.of(Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u00ff", "<html>", "GIF89a", "<svg/>", "PK\u0003\u0004", "MZ"})
  void what_is_no_photo_is_refused_by_its_content(String content) {
    refused(422, "ZL-3161", () -> Photo.of(content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_photo_that_is_broken_is_refused() {
    refused(422, "ZL-3161", () -> Photo.of(Arrays.copyOf(Pictures.jpeg(40, 30), 30)));
    refused(422, "ZL-3161", () -> Photo.of(Pictures.bomb(100, 100)));
    refused(422, "ZL-3161", () -> Photo.of(Pictures.bomb(0, 0)));
  }
}
