package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Pause;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.store.StoreUnavailable;

/** Several nodes on the same books, whose modules come and go each by itself. */
class NodesAndModulesTest extends WorkingCases {
  @Test
  void a_node_that_could_not_reach_the_books_for_long_halts_nothing_at_once() {
    CaseFile file = open("cover");
    city.watch(HOUR.multipliedBy(2)); // nobody could say anything
    try (PluginGate gate = new PluginGate(GateLimits.DEFAULT);
        ModuleBook none = new ModuleBook(gate);
        Town other = city.secondNode(gate, none, PACK)) {
      other.start(0);
      city.watch(Duration.ZERO, other);
      city.watch(HOUR, other, city.town);
    }
    assertThat(reread(file)).isEqualTo(file);
  }

  @Test
  void books_that_could_not_be_reached_for_long_are_no_absence() {
    CaseFile file = open("cover");
    try (PluginGate gate = new PluginGate(GateLimits.DEFAULT);
        ModuleBook none = new ModuleBook(gate);
        Town other = city.secondNode(gate, none, PACK)) {
      other.start(0);
      city.watch(HOUR, other, city.town);
      city.types.whenKeeping(NodesAndModulesTest::fail);
      city.watch(HOUR); // without a word of anybody
      assertThatThrownBy(other.absentTypes()::watch).isInstanceOf(StoreUnavailable.class);
      city.types.whenKeeping(() -> {});
      city.watch(HOUR, other, city.town);
    }
    assertThat(reread(file)).isEqualTo(file);
  }

  private static void fail() {
    throw new StoreUnavailable("away", new IllegalStateException("a test"));
  }

  @Test
  void a_node_without_the_module_does_not_halt_what_another_node_has() {
    CaseFile file = open("cover");
    try (PluginGate gate = new PluginGate(GateLimits.DEFAULT);
        ModuleBook none = new ModuleBook(gate);
        Town other = city.secondNode(gate, none, PACK)) {
      other.start(0);
      city.watch(HOUR, other, city.town);
      assertThat(reread(file)).isEqualTo(file);

      work.close();
      Instant left = city.instant();
      city.pass(HOUR);
      city.watch(HOUR, other, city.town);
      assertThat(reread(file).pauses())
          .containsExactly(new Pause(left, Optional.empty(), WorkingType.ID, true));

      admit(gate);
      while (other.timers().runDue() > 0) {
        assertThat(other.modules().contributions().caseTypes()).isNotEmpty();
      }
      assertThat(reread(file).halted()).isFalse();
      city.watch(HOUR, other, city.town);
      assertThat(reread(file).halted()).isFalse();
    }
  }

  @Test
  void a_town_that_was_killed_halts_from_when_it_last_said_that_the_module_is_here() {
    CaseFile file = open("cover");
    city.watch(HOUR, city.town);
    Instant said = city.instant();
    city.pass(HOUR.multipliedBy(24)); // nobody says goodbye
    try (PluginGate gate = new PluginGate(GateLimits.DEFAULT);
        ModuleBook none = new ModuleBook(gate);
        Town again = city.secondNode(gate, none, PACK)) {
      again.start(0);
      city.watch(HOUR, again);
    }
    assertThat(reread(file).pauses())
        .containsExactly(new Pause(said, Optional.empty(), WorkingType.ID, true));
  }

  @Test
  void after_a_restart_the_citys_pack_does_not_make_up_for_the_module_either() {
    city.town.apply(overriding());
    CaseFile file = open("cover");
    work.close();
    try (PluginGate gate = new PluginGate(GateLimits.DEFAULT);
        ModuleBook none = new ModuleBook(gate);
        Town again = city.secondNode(gate, none, overriding())) {
      again.start(0);
      city.watch(HOUR, again);
      assertThat(reread(file).halted()).isTrue();
      CaseFile later = open("later");
      city.pass(HOUR);
      city.watch(HOUR, again);
      assertThat(reread(later).pauses())
          .singleElement()
          .satisfies(pause -> assertThat(pause.from()).isEqualTo(later.report().reportedAt()));
    }
  }

  @Test
  void a_town_that_opens_without_the_module_halts_its_cases_too() {
    CaseFile file = open("cover");
    work.close();
    try (Town again = city.reopened(PACK)) {
      again.start(0);
      city.watch(HOUR, again);
    }
    assertThat(reread(file).halted()).isTrue();
  }
}
