package org.zhili.resources.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SpooledTest {
  private static InputStream abc() {
    return new ByteArrayInputStream("abc".getBytes(UTF_8));
  }

  @Test
  void a_file_is_kept_as_it_came_and_known_by_its_digest() throws IOException {
    try (Spooled file = Spooled.of(abc(), 99)) {
      assertThat(file.size()).isEqualTo(3);
      assertThat(file.bytes()).isEqualTo("abc".getBytes(UTF_8));
      assertThat(file.sha256())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
  }

  @Test
  void no_more_is_read_than_asked_for_and_nothing_stays() throws IOException {
    Spooled file = Spooled.of(abc(), 2);
    assertThat(file.bytes()).isEqualTo("ab".getBytes(UTF_8));
    file.close();
    assertThatThrownBy(file::bytes).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(file::size).isInstanceOf(UncheckedIOException.class);
  }
}
