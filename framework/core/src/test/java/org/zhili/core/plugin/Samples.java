package org.zhili.core.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.zhili.access.Role;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseType.Step;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.module.Contribution;
import org.zhili.module.JobContext;
import org.zhili.module.Reply;
import org.zhili.module.Schedule;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Contributions that nothing is wrong with. */
final class Samples {
  static final Limit AT_ONCE = new Limit(0, LimitUnit.HOUR);

  private Samples() {}

  static Contribution.Alarm alarm(String id, AlarmRule rule) {
    return new Contribution.Alarm(id, Set.of("manhole-cover"), Set.of("tilt"), rule);
  }

  static Contribution.Silence silence(String id, Duration quiet) {
    return new Contribution.Silence(
        id, Set.of("manhole-cover"), quiet, Severity.MINOR, Text.of(id));
  }

  static Contribution.Reaction reaction(String id, Contribution.Follow follow) {
    return new Contribution.Reaction(
        id, Set.of("urban.component"), Set.of(CaseState.CLOSED), follow);
  }

  static Contribution.Job job(String id, Contribution.Task task) {
    return new Contribution.Job(id, new Schedule(Duration.ofHours(1)), task);
  }

  static Contribution.Page page(String path) {
    return new Contribution.Page(path, Text.of("page.title"), Role.OPERATOR, "page.js");
  }

  static Contribution.Command command(String name) {
    return new Contribution.Command(
        name, Text.of("command.help"), arguments -> Reply.done(Text.of("done")));
  }

  static Contribution.Rest rest() {
    return new Contribution.Rest(Samples.class, Samples::new);
  }

  static Contribution.Cases cases(String id) {
    return new Contribution.Cases(
        type(
            id,
            List.of(step("reported", CaseState.REPORTED), step("closed", CaseState.CLOSED)),
            List.of(passage("reported", "closed"))));
  }

  static CaseType type(String id, List<Step> steps, List<Passage> passages) {
    return new CaseType(id, 1, Wording.same(id), steps, passages, List.of(), List.of(), AT_ONCE);
  }

  static CaseType filedUnder(String id, String milestoneFrom, String... filings) {
    CaseType plain = cases(id).type();
    Milestone milestone =
        new Milestone(
            "safe", Wording.same("safe"), milestoneFrom, Optional.empty(), AT_ONCE, Set.of());
    return new CaseType(
        id,
        1,
        plain.name(),
        plain.steps(),
        plain.passages(),
        List.of(filings).stream()
            .map(f -> new FilingCondition(f, Wording.same(f), List.of(milestone)))
            .toList(),
        List.of(),
        AT_ONCE);
  }

  static Step step(String id, CaseState shownAs) {
    return new Step(id, Wording.same(id), shownAs);
  }

  static Passage passage(String from, String to) {
    return new Passage(from, "go", to, Set.of(Role.OPERATOR), Set.of(), Set.of());
  }

  static JobContext jobContext() {
    return jobContext(() -> false);
  }

  static JobContext jobContext(BooleanSupplier stopping) {
    return new JobContext() {
      @Override
      public Instant due() {
        return Instant.EPOCH;
      }

      @Override
      public boolean stopping() {
        return stopping.getAsBoolean();
      }
    };
  }
}
