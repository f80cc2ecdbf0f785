package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.alert.Judgment;
import org.zhili.alert.Severity;
import org.zhili.rules.AlertPolicy.Damping;
import org.zhili.text.Text;

class ConditionLedgerTest {
  private static final Instant T = Instant.parse("2026-11-23T08:00:00Z");

  /**
   * Each judgment is a letter and its second: a abnormal, c critical, n normal, l late abnormal.
   * The outcome is a word per judgment: raised, merged, worse, debounced, flapping (held), late,
   * open or closed after a normal one.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raises at once without damping     | 1 1 0  | a1          | raised
          merges while open                  | 1 1 0  | a1 a2 a3    | raised merged merged
          clears at the first normal         | 1 1 0  | a1 n2       | raised closed
          raises anew after clearing         | 1 1 0  | a1 n2 a3    | raised closed raised
          raises at the third in a row       | 3 1 0  | a1 a2 a3 a4 | debounced debounced raised merged
          counts from the start after normal | 2 1 0  | a1 n2 a3 a4 | debounced closed debounced raised
          clears at the second in a row      | 1 2 0  | a1 n2 n3    | raised open closed
          abnormal keeps it from clearing    | 1 2 0  | a1 n2 a3 n4 | raised open merged open
          grows worse                        | 1 1 0  | a1 c2 c3 a4 | raised worse merged merged
          grows worse in the same instant    | 1 1 0  | a1 c1       | raised worse
          is held as flapping                | 1 1 10 | a1 n2 a5 a9 | raised closed flapping flapping
          raises after the quiet time        | 1 1 10 | a1 n2 a12   | raised closed raised
          flapping passes                    | 1 1 10 | a1 n2 a5 n6 a12 | raised closed flapping closed raised
          flapping still counts              | 2 1 10 | a1 a2 n3 a4 a5 a13 | debounced raised closed debounced flapping raised
          an instant counts once             | 2 1 0  | a1 a1 a2    | debounced debounced raised
          an instant clears once             | 1 2 0  | a1 n2 n2 n3 | raised open open closed
          abnormal wins in an instant        | 1 1 0  | a1 n1       | raised open
          abnormal wins, normal first        | 1 1 0  | n1 a1       | closed raised
          an older normal clears nothing     | 1 1 0  | a5 n3       | raised open
          late raises nothing                | 1 1 0  | l1          | late
          late never counts                  | 2 1 0  | a5 l3 a6    | debounced debounced raised
          late is merged while open          | 1 1 0  | a5 l3       | raised merged
          late keeps nothing from clearing   | 1 2 0  | a1 n5 l3 n6 | raised open merged closed
          older than the clearing is late    | 1 1 0  | a1 n5 a3    | raised closed late
          at the clearing is late            | 1 1 0  | a1 n5 a5    | raised closed late
          """)
  void judgments_are_folded(String name, String damping, String judgments, String outcomes) {
    String[] numbers = damping.split(" ");
    Damping damped =
        new Damping(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Duration.ofSeconds(Long.parseLong(numbers[2])));
    assertThat(fold(damped, judgments.split(" "))).as(name).isEqualTo(outcomes);
  }

  private static String fold(Damping damping, String... judgments) {
    ConditionTrack track = ConditionTrack.start("tilted", "urban.cover");
    List<String> outcomes = new ArrayList<>();
    for (String judgment : judgments) {
      Instant at = T.plusSeconds(Long.parseLong(judgment.substring(1)));
      char kind = judgment.charAt(0);
      if (kind == 'n') {
        track = ConditionLedger.normal(track, at, damping);
        outcomes.add(track.open().isPresent() ? "open" : "closed");
      } else {
        ConditionLedger.Folded folded =
            ConditionLedger.abnormal(track, sighting(kind, at), damping, true, UUID::randomUUID);
        track = folded.track();
        outcomes.add(word(folded, track));
      }
    }
    return String.join(" ", outcomes);
  }

  private static String word(ConditionLedger.Folded folded, ConditionTrack track) {
    return switch (folded.disposition()) {
      case RAISED -> "raised";
      case MERGED -> folded.escalated() ? "worse" : "merged";
      case DEBOUNCED -> "debounced";
      case SUPPRESSED ->
          folded.reason().equals(Optional.of(ConditionLedger.LATE))
              ? "late"
              : track.held().isPresent() ? "flapping" : "lost";
    };
  }

  private static Sighting sighting(char kind, Instant at) {
    Severity severity = kind == 'c' ? Severity.CRITICAL : Severity.MAJOR;
    return new Sighting(
        "urban.cover",
        new Judgment.Abnormal("tilted", severity, Text.of("urban.tilted")),
        Optional.empty(),
        at,
        at,
        at,
        kind == 'l');
  }
}
