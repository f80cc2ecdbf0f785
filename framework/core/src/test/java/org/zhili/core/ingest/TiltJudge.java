package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.text.Text;

/** Finds a tilt over 20 abnormal, over 60 critical; says nothing of 13; can be made to fail. */
final class TiltJudge implements Judge {
  private final List<Observation> seen = new ArrayList<>();
  private boolean failing;

  @Override
  public String id() {
    return "urban.cover";
  }

  @Override
  public Object stay() {
    return this;
  }

  @Override
  public Set<String> deviceTypes() {
    return Set.of("manhole_cover");
  }

  @Override
  public Set<String> metrics() {
    return Set.of("tilt", "moved");
  }

  void fail(boolean fails) {
    failing = fails;
  }

  synchronized List<Observation> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized List<Reply<Judgment>> judge(List<Observation> observations) {
    seen.addAll(observations);
    List<Reply<Judgment>> replies = new ArrayList<>();
    for (Observation observation : observations) {
      replies.add(
          failing
              ? new Reply.None<>(IngestWords.kept("broke", "by a test"))
              : new Reply.Given<>(judge(observation)));
    }
    return replies;
  }

  private static Judgment judge(Observation observation) {
    Value value = observation.reading().value();
    if (value instanceof Value.Flag flag) {
      return flag.value() ? tilted(Severity.MAJOR, "moved") : new Judgment.Normal();
    }
    if (!(value instanceof Value.Measure measure) || measure.value() == 13) {
      return new Judgment.NotApplicable();
    }
    if (measure.value() > 20) {
      return tilted(
          measure.value() > 60 ? Severity.CRITICAL : Severity.MAJOR,
          Double.toString(measure.value()));
    }
    return new Judgment.Normal();
  }

  private static Judgment tilted(Severity severity, String why) {
    return new Judgment.Abnormal("tilted", severity, Text.of("urban.tilted", why));
  }
}
