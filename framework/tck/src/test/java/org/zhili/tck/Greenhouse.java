package org.zhili.tck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.device.Value;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.JobContext;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Reply;
import org.zhili.module.Schedule;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** A module without a fault; wrong ones change one thing. */
class Greenhouse implements GovernanceModule {
  private final List<Contribution> contributions =
      List.of(
          new Contribution.Cases(type()),
          new Contribution.Alarm(
              alarmId(), Set.of("greenhouse"), Set.of("temperature"), alarmRule()),
          new Contribution.Silence(
              "test.quiet",
              Set.of("greenhouse"),
              Duration.ofHours(2),
              Severity.MINOR,
              Text.of("test.quiet", "2")),
          new Contribution.Job("test.air", new Schedule(Duration.ofHours(1)), this::air),
          new Contribution.Reaction(
              "test.thank", Set.of("test.heat"), Set.of(CaseState.CLOSED), (event, file) -> {}),
          new Contribution.Page("test", Text.of(pageTitle()), "operator", pageScript()),
          new Contribution.Command(
              "test", Text.of("test.help"), arguments -> Reply.done(Text.of("test.help"))));

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("test", Text.of("test.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return contributions;
  }

  CaseType type() {
    return type(
        List.of(
            step("reported", CaseState.REPORTED),
            step("handling", CaseState.HANDLING),
            step("closed", CaseState.CLOSED)),
        "handling");
  }

  static CaseType type(List<CaseType.Step> steps, String until) {
    return new CaseType(
        "test.heat",
        1,
        Wording.same("heat"),
        steps,
        List.of(passage("reported", "handling"), passage("handling", "closed")),
        List.of(
            new FilingCondition(
                "hot",
                Wording.same("hot"),
                List.of(
                    new Milestone(
                        "respond",
                        Wording.same("respond"),
                        "reported",
                        Optional.of(until),
                        new Limit(1, LimitUnit.HOUR),
                        Set.of())))),
        List.of(),
        new Limit(10, LimitUnit.DAY));
  }

  static CaseType.Step step(String id, CaseState shownAs) {
    return new CaseType.Step(id, Wording.same(id), shownAs);
  }

  private static Passage passage(String from, String to) {
    return new Passage(from, "go-to-" + to, to, Set.of("operator"), Set.of(), Set.of());
  }

  String alarmId() {
    return "test.hot";
  }

  String pageTitle() {
    return "test.page";
  }

  String pageScript() {
    return "test.js";
  }

  AlarmRule alarmRule() {
    return Greenhouse::judge;
  }

  static Judgment judge(Observation observation) {
    if (!(observation.reading().value() instanceof Value.Measure measure)) {
      return new Judgment.NotApplicable();
    }
    return measure.value() > 40
        ? new Judgment.Abnormal("hot", Severity.MAJOR, Text.of("test.hot", "" + measure.value()))
        : new Judgment.Normal();
  }

  void air(JobContext context) throws InterruptedException {
    while (!context.stopping()) {
      Thread.onSpinWait();
    }
  }
}
