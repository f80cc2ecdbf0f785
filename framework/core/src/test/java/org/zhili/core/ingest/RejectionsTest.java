package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectionsTest {
  private final IngestTown town = new IngestTown();

  RejectionsTest() {
    town.register(COVER, "manhole_cover", "text");
    town.decoders.clear();
    town.decoders.add(new TextDecoder("text"));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void what_a_driver_rejects_is_counted_by_its_reason() throws InterruptedException {
    say("!a", "!b", "!a", "tilt=1", "?");
    assertThat(town.ingestion.status().rejected())
        .isEqualTo(Map.of("text", Map.of("broken: !a", 2L, "broken: !b", 1L)));
  }

  @Test
  void one_that_gives_another_reason_each_time_fills_nothing() throws InterruptedException {
    String[] payloads = new String[100];
    for (int i = 0; i < payloads.length; i++) {
      payloads[i] = "!" + (char) ('a' + i / 10) + (char) ('a' + i % 10);
    }
    say(payloads);
    Map<String, Long> reasons = town.ingestion.status().rejected().get("text");
    assertThat(reasons).hasSize(21).containsEntry("other", 80L);
  }

  @Test
  void ids_and_numbers_that_a_reason_quotes_do_not_make_it_another() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      say("!expected " + i + " bytes, got " + (i + 1));
      say("!MN \"station " + (char) ('a' + i % 26) + "\" is not MC-" + i + " as in the topic");
    }
    say("!no time");
    assertThat(town.ingestion.status().rejected().get("text"))
        .isEqualTo(
            Map.of(
                "broken: !expected … bytes, got …", 100L,
                "broken: !MN … is not … as in the topic", 100L,
                "broken: !no time", 1L));
  }

  @Test
  void of_a_chinese_reason_only_what_it_quotes_is_left_out() throws InterruptedException {
    say("!校验和错误：应为1A2B，实为3C4D", "!校验和错误：应为7,实为MC-8！", "!设备“井盖东”未登记", "!设备“井盖西");
    assertThat(town.ingestion.status().rejected().get("text"))
        .isEqualTo(
            Map.of(
                "broken: !校验和错误：应为…，实为…", 1L,
                "broken: !校验和错误：应为…,实为…！", 1L,
                "broken: !设备…未登记", 1L,
                "broken: !设备…", 1L));
  }

  private void say(String... payloads) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    for (String payload : payloads) {
      entries.add(Entry.offered(IngestTown.message(COVER, payload, NOW), () -> {}));
    }
    town.ingestion.writer().settle(entries);
  }
}
