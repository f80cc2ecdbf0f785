package org.zhili.resources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  /** As it was. */
  private static final class Before {
    record Body(String text, Optional<String> other) {}
  }

  /** As it is. */
  private static final class After {
    record Body(String text, Optional<String> other, Optional<String> handled) {}
  }

  @Test
  void a_body_that_was_taken_before_an_update_is_known_after_it() {
    String before = Fingerprint.of(new Before.Body("x", Optional.empty()));
    assertThat(Fingerprint.of(new After.Body("x", Optional.empty(), Optional.empty())))
        .isEqualTo(before);
    assertThat(Fingerprint.of(new After.Body("x", Optional.empty(), Optional.of(""))))
        .isNotEqualTo(before);
    assertThat(Fingerprint.of(new Before.Body("y", Optional.empty()))).isNotEqualTo(before);
  }
}
