package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.ingest.Await;
import org.zhili.core.plugin.FakeModule;
import org.zhili.core.plugin.Membership;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;

/** Plug-ins come and go while alarms come in and cases move: everything waits, nothing is lost. */
class PlugInsComeAndGoTest {
  private final TownFixture city = new TownFixture(Optional.empty());
  private final List<String> followed = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_case_waits_for_the_module_that_brings_its_type() throws Exception {
    city.send("tilted");
    city.module.close();
    waitLong();
    assertThat(cases()).isEmpty();

    city.module();
    city.settle();
    assertThat(cases()).hasSize(1);
  }

  @Test
  void an_alarm_that_comes_while_its_module_is_replaced_becomes_a_case_at_once() throws Exception {
    city.module.close();
    city.publish("tilted");
    assertThat(cases()).isEmpty();

    city.module();
    city.settle();
    assertThat(cases()).hasSize(1);
  }

  @Test
  void what_a_reaction_has_to_be_told_waits_for_its_module_in_order() throws Exception {
    city.strategy();
    Membership follower = follower();
    city.send("tilted");
    follower.close();
    waitLong();
    assertThat(followed).isEmpty();

    follower();
    city.settle();
    assertThat(followed).containsExactly("ACCEPTED", "DISPATCHED");
  }

  @Test
  void a_module_that_comes_while_the_town_opens_is_in_force() throws Exception {
    Thread late =
        new Thread(
            () ->
                city.admit(
                    GovernanceModule.class,
                    FakeModule.bringing("late", new Contribution.Cases(type("late.case"))),
                    "late"));
    city.types.whenKeeping(
        () -> {
          if (late.getState() == Thread.State.NEW) {
            late.start();
            Await.until(() -> city.modules.contributions().caseType("late.case").isPresent());
            Await.until(() -> late.getState() != Thread.State.RUNNABLE);
          }
        });
    try (Town again = city.reopened()) {
      again.start(0);
      late.join(20_000);

      assertThat(again.types().current("late.case")).isPresent();
    }
  }

  @Test
  void a_type_that_was_changed_without_a_new_version_is_told_of_and_cases_go_on() throws Exception {
    city.types.keep(type("other.case"));
    city.admit(
        GovernanceModule.class,
        FakeModule.bringing("other", new Contribution.Cases(changed(type("other.case")))),
        "other");
    city.publish("tilted");

    assertThat(cases()).hasSize(1);
    assertThat(city.town.types().current("other.case")).contains(type("other.case"));
    assertThat(new Doctor(city.town).look())
        .filteredOn(finding -> finding.code().equals("ZL-1315"))
        .singleElement()
        .satisfies(
            finding -> assertThat(city.town.render(finding.why()).en()).contains("other.case@1"));
  }

  private static CaseType changed(CaseType type) {
    return new CaseType(
        type.id(),
        type.version(),
        type.name(),
        type.steps(),
        type.passages(),
        List.of(),
        type.sides(),
        type.reopenWithin());
  }

  private static CaseType type(String id) {
    CaseType type = SampleTypes.component();
    return new CaseType(
        id,
        1,
        type.name(),
        type.steps(),
        type.passages(),
        type.filings(),
        type.sides(),
        type.reopenWithin());
  }

  /** Longer than a timer that fails is tried. */
  private void waitLong() {
    for (int i = 0; i < 20; i++) {
      city.settle();
      city.town.timers().hurry();
    }
    assertThat(city.transactions.run(() -> city.town.stores().timers().dead(9))).isEmpty();
  }

  private Membership follower() {
    return city.admit(
        GovernanceModule.class,
        FakeModule.bringing(
            "follower",
            new Contribution.Reaction(
                "follower.points",
                Set.of("test.component"),
                Set.of(CaseState.ACCEPTED, CaseState.DISPATCHED),
                (event, file) -> followed.add(event.state().name()))),
        "follower");
  }

  private List<CaseFile> cases() {
    return city.transactions.run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(50)));
  }
}
