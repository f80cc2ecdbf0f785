package org.zhili.core.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.device.Reading;

/**
 * The observations of a batch that alarm rules are to judge: each rule is asked once, and what they
 * say is taken up in the order of the readings. For one thread.
 */
final class Docket {
  private final Map<String, Map<String, List<Hearing>>> hearings = new HashMap<>();
  private final List<Hearing> asked = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<Item, Kept> unanswered = new LinkedHashMap<>();
  private final IngestRules rules;

  Docket(List<Judge> judges, IngestRules rules) {
    this.rules = rules;
    for (Judge judge : judges) {
      Hearing hearing = new Hearing(judge);
      asked.add(hearing);
      for (String type : judge.deviceTypes()) {
        Map<String, List<Hearing>> byMetric =
            hearings.computeIfAbsent(type, key -> new HashMap<>());
        for (String metric : judge.metrics()) {
          byMetric.computeIfAbsent(metric, key -> new ArrayList<>()).add(hearing);
        }
      }
    }
  }

  /**
   * Call the rules that watch this metric of such devices. Where the city counts on alarms, and
   * whoever could raise them is away, the message waits for them.
   */
  void enter(
      DeviceDraft draft, Item item, Reading timed, Optional<Reading> previous, boolean late) {
    String type = draft.device().type();
    if (!hearings.containsKey(type) && rules.wantsAlarms(type)) {
      unanswered.putIfAbsent(item, Kept.unheard(draft.device()));
      return;
    }
    List<Hearing> concerned =
        hearings.getOrDefault(type, Map.of()).getOrDefault(timed.metric(), List.of());
    if (concerned.isEmpty()) {
      return;
    }
    Observation observation = new Observation(timed, previous, draft.device(), draft.asset());
    for (Hearing hearing : concerned) {
      calls.add(new Call(draft, item, timed, late, hearing, hearing.observations.size()));
      hearing.observations.add(observation);
    }
  }

  /**
   * Ask the rules and take up what they say.
   *
   * @return the messages that a rule gave no answer on, and why
   */
  Map<Item, Kept> hear(AlarmBook book) {
    for (Hearing hearing : asked) {
      if (!hearing.observations.isEmpty()) {
        hearing.replies = hearing.judge.judge(hearing.observations);
      }
    }
    for (Call call : calls) {
      Reply<Judgment> reply = call.hearing.replies.get(call.index);
      if (reply instanceof Reply.None<Judgment> none) {
        unanswered.putIfAbsent(
            call.item, Kept.unjudged(call.hearing.judge.id(), call.draft.device().id(), none));
      } else {
        // the only other kind of reply
        call.judged(((Reply.Given<Judgment>) reply).value(), book);
      }
    }
    return unanswered;
  }

  /** All observations one rule is asked about. */
  private static final class Hearing {
    private final Judge judge;
    private final List<Observation> observations = new ArrayList<>();
    private List<Reply<Judgment>> replies = List.of();

    private Hearing(Judge judge) {
      this.judge = judge;
    }
  }

  /** One reading before one rule. */
  private record Call(
      DeviceDraft draft, Item item, Reading timed, boolean late, Hearing hearing, int index) {
    private void judged(Judgment judgment, AlarmBook book) {
      Instant receivedAt = item.entry().message().receivedAt();
      Instant mark = TimePolicy.mark(timed, receivedAt);
      String rule = hearing.judge.id();
      if (judgment instanceof Judgment.Abnormal abnormal) {
        book.abnormal(
            draft,
            new Sighting(
                rule, abnormal, Optional.of(timed), timed.observedAt(), mark, receivedAt, late));
      } else if (judgment instanceof Judgment.Normal && !late) {
        book.normal(draft, rule, mark);
      }
    }
  }
}
