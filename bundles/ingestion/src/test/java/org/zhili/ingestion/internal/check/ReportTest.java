package org.zhili.ingestion.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.ingestion.internal.check.Finding.Verdict;
import org.zhili.module.Reply;
import org.zhili.text.Text;

class ReportTest {
  private static final Text WHAT = Text.of("ingestion.check.size.holds", "1");

  private static Reply reply(Verdict always, Verdict shared, boolean several) {
    return new Report(
            List.of(new Finding(Verdict.HOLDS, WHAT), new Finding(always, WHAT)),
            List.of(new Finding(shared, WHAT)),
            several)
        .reply("tcp://broker:1883");
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS, HOLDS, true, holds",
    "HOLDS, UNSEEN, true, holds",
    "CONDITION, HOLDS, true, conditions",
    "HOLDS, CONDITION, false, conditions",
    "HOLDS, BROKEN, false, single",
    "HOLDS, BROKEN, true, broken",
    "BROKEN, HOLDS, false, broken",
    "BROKEN, HOLDS, true, broken"
  })
  void the_verdict_follows_from_the_findings(
      Verdict always, Verdict shared, boolean several, String verdict) {
    Reply reply = reply(always, shared, several);
    assertThat(reply.lines().get(reply.lines().size() - 1))
        .isEqualTo(Text.of("ingestion.check.verdict." + verdict));
    assertThat(reply instanceof Reply.Failed).isEqualTo(verdict.equals("broken"));
  }

  @Test
  void it_names_the_broker_and_says_what_cannot_be_seen() {
    assertThat(reply(Verdict.HOLDS, Verdict.HOLDS, true).lines())
        .hasSize(6)
        .startsWith(Text.of("ingestion.check.broker", "tcp://broker:1883"))
        .contains(Text.of("ingestion.check.disk"));
  }
}
