package org.zhili.demo.city.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiaryTest {
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final Diary diary = new Diary(() -> now);

  @Test
  void a_thing_takes_as_long_as_was_thought_when_it_was_met() {
    assertThat(diary.isTime("sign", () -> Duration.ofMinutes(5))).isFalse();
    now = now.plus(Duration.ofMinutes(4));
    assertThat(diary.isTime("sign", () -> Duration.ZERO)).isFalse();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(diary.isTime("sign", () -> Duration.ofHours(1))).isTrue();
  }

  @Test
  void what_is_done_begins_anew() {
    assertThat(diary.isTime("sign", () -> Duration.ZERO)).isTrue();
    diary.done("sign");
    assertThat(diary.isTime("sign", () -> Duration.ofMinutes(1))).isFalse();
  }

  @Test
  void a_thing_can_be_put_off() {
    assertThat(diary.isTime("call", () -> Duration.ZERO)).isTrue();
    diary.putOff("call", Duration.ofMinutes(1));
    assertThat(diary.isTime("call", () -> Duration.ZERO)).isFalse();
  }
}
