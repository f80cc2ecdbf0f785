package org.zhili.tck.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

class VectorFileTest {
  @Test
  void every_word_of_a_vector_is_read() {
    var vector =
        VectorFile.parse(
                "f",
                """
                # a comment
                the name
                  topic    a/b
                  device   D-1
                  port     85
                  sent     2024-05-01T00:00:00Z
                  received 2024-05-01T00:00:01Z
                  zone     Europe/Berlin
                  at       2024-04-30T23:59:59Z assumed-zone
                  utf8     {"a": 1}
                  reading  D-1 a.flag true
                  reading  D-1 a.number -1.5e2
                  reading  D-1 a.label 中山路 100 号
                  reading  D-1 a.word "90"
                  reading  D-1 a.place 31.23,121.47
                """)
            .get(0);

    var message = vector.message();
    assertThat(vector.name()).isEqualTo("the name");
    assertThat(vector.source()).isEqualTo("f:2");
    assertThat(message.origin().topic()).isEqualTo("a/b");
    assertThat(message.origin().device()).contains(new DeviceId("D-1"));
    assertThat(message.origin().port()).hasValue(85);
    assertThat(message.origin().sentAt()).contains(Instant.parse("2024-05-01T00:00:00Z"));
    assertThat(message.receivedAt()).isEqualTo("2024-05-01T00:00:01Z");
    assertThat(message.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(message.payload()).isEqualTo(Payload.ofUtf8("{\"a\": 1}"));
    assertThat(vector.expectation())
        .isEqualTo(
            new Expectation.Readings(
                List.of(
                    reading("a.flag", new Value.Flag(true)),
                    reading("a.number", new Value.Measure(-150)),
                    reading("a.label", new Value.Label("中山路 100 号")),
                    reading("a.word", new Value.Label("90")),
                    reading("a.place", new Value.Position(31.23, 121.47)))));
  }

  private static Reading reading(String metric, Value value) {
    return new Reading(
        new DeviceId("D-1"),
        metric,
        value,
        Instant.parse("2024-04-30T23:59:59Z"),
        TimeSource.ASSUMED_ZONE);
  }

  @Test
  void blank_lines_set_vectors_apart() {
    var vectors =
        VectorFile.parse(
            "f", "one\n  topic a\n  hex 01 02\n  nothing\n\n\ntwo\n  topic a\n  hex\n  not-mine\n");

    assertThat(vectors).extracting(DeviceVector::name).containsExactly("one", "two");
    assertThat(vectors).extracting(v -> v.message().payload().size()).containsExactly(2, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a\\n  topic t\\n  hex 01                            | f:1
          a\\n  topic t\\n  hex 0x\\n  nothing                | f:3
          a\\n  topic t\\n  hex 01\\n  hex 02\\n  nothing     | f:4
          a\\n  hex 01\\n  nothing                            | topic
          a\\n  topic t\\n  hex 01\\n  nothing\\n  rejected x | either
          a\\n  topic t\\n  hex 01\\n  reading d.e m 1        | f:4
          a\\n  topic t\\n  hex 01\\n  reading d m            | f:4
          a\\n  topic t\\n  hex 01\\n  at yesterday\\n  nothing | f:4
          a\\nb\\n                                            | f:2
          \\n  topic t                                        | f:2
          """)
  void a_mistake_is_named_with_its_line(String text, String words) {
    assertThatThrownBy(() -> VectorFile.parse("f", text.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
