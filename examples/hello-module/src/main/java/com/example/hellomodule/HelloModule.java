package com.example.hellomodule;

import static org.zhili.casework.Guard.BY_LEAD;
import static org.zhili.casework.Guard.NOT_BY_HANDLER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zhili.access.Role;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Reply;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Brings a kind of case, to be answered within three working days, a page of them, and a command. */
@Component
public final class HelloModule implements GovernanceModule {
  private final List<Contribution> contributions =
      List.of(
          new Contribution.Cases(requests()),
          new Contribution.Page(
              "hello-module", Text.of("hello-module.name"), Role.OPERATOR, "requests.js"),
          new Contribution.Command(
              "hello-module",
              Text.of("hello-module.help"),
              arguments -> Reply.done(Text.of("hello-module.there"))));

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("hello-module", Text.of("hello-module.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return contributions;
  }

  private static CaseType requests() {
    return new CaseType(
        "hello-module.request",
        1,
        new Wording("诉求", "Request"),
        List.of(
            step("reported", "上报", CaseState.REPORTED),
            step("accepted", "受理", CaseState.ACCEPTED),
            step("dispatched", "派单", CaseState.DISPATCHED),
            step("handling", "处置", CaseState.HANDLING),
            step("fed-back", "反馈", CaseState.FEEDBACK),
            step("closed", "结案", CaseState.CLOSED)),
        List.of(
            passage("reported", "accept", "accepted", Set.of("operator", "system"), Set.of()),
            passage("accepted", "dispatch", "dispatched", Set.of("operator", "system"), Set.of()),
            passage("dispatched", "acknowledge", "handling", Set.of("unit"), Set.of(BY_LEAD)),
            passage("handling", "feed-back", "fed-back", Set.of("unit"), Set.of(BY_LEAD)),
            passage("fed-back", "close", "closed", Set.of("operator"), Set.of(NOT_BY_HANDLER))),
        List.of(
            new FilingCondition(
                "usual", new Wording("一般诉求", "Usual request"), List.of(answered()))),
        List.of(),
        new Limit(10, LimitUnit.DAY));
  }

  /** The clock runs from the step of taking it on until the unit has answered. */
  private static Milestone answered() {
    return new Milestone(
        "answer",
        new Wording("答复", "Answered"),
        "accepted",
        Optional.of("fed-back"),
        new Limit(3, LimitUnit.WORK_DAY),
        Set.of());
  }

  private static CaseType.Step step(String id, String zh, CaseState shownAs) {
    return new CaseType.Step(id, new Wording(zh, id), shownAs);
  }

  private static Passage passage(
      String from, String action, String to, Set<String> roles, Set<Guard> guards) {
    return new Passage(from, action, to, roles, guards, Set.of());
  }
}
