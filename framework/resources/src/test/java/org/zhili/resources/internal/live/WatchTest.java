package org.zhili.resources.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;
import org.zhili.access.Viewer;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.Registration;
import org.zhili.id.UnitId;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.SampleModule;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.live.Notice;
import org.zhili.resources.live.Notice.Topic;

/** Who is told what. */
class WatchTest {
  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final List<Runnable> beating = new ArrayList<>();
  private final Watch watch = new Watch(town.town(), new Scope(town.town().books()), this::begin);

  private Registration begin(Runnable look) {
    beating.add(look);
    return () -> beating.remove(look);
  }

  private void beat() {
    List.copyOf(beating).forEach(Runnable::run);
  }

  @AfterEach
  void close() {
    watch.close();
    town.close();
  }

  @Test
  void a_case_that_was_opened_or_moved_is_named_to_those_who_see_it_and_to_nobody_else() {
    List<List<Notice>> insiders = new ArrayList<>();
    List<List<Notice>> strangers = new ArrayList<>();
    for (LoggedIn by :
        List.of(
            LoggedIn.OPERATOR, LoggedIn.SUPERVISOR.in("east"), LoggedIn.WORKS, LoggedIn.DISPLAY)) {
      insiders.add(heard(by));
    }
    for (LoggedIn by :
        List.of(LoggedIn.OPERATOR.in("west"), LoggedIn.DISPLAY.in("west"), LoggedIn.TELECOM)) {
      strangers.add(heard(by));
    }
    String id = life.dispatched();
    beat();
    long version = town.file(id).version();
    assertThat(insiders)
        .allSatisfy(
            heard ->
                assertThat(heard)
                    .filteredOn(notice -> notice.topic() == Topic.CASES)
                    .singleElement()
                    .isEqualTo(
                        new Notice(Topic.CASES, List.of(new Notice.CaseVersion(id, version)))));
    assertThat(strangers).allSatisfy(heard -> assertThat(heard).isEmpty());
    insiders.forEach(List::clear);
    beat();
    assertThat(insiders).allSatisfy(heard -> assertThat(heard).isEmpty());
  }

  @Test
  void a_unit_is_told_from_when_a_case_is_given_to_it_until_it_is_given_to_another() {
    List<Notice> works = heard(LoggedIn.WORKS);
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    beat();
    assertThat(works).isEmpty();
    life.act(id, Bodies.dispatch("municipal-works", "theirs"), LoggedIn.OPERATOR);
    beat();
    assertThat(works).hasSize(1);
    life.act(id, Bodies.dispatch("telecom", "theirs"), LoggedIn.OPERATOR);
    beat();
    assertThat(works).as("it is gone").hasSize(2).endsWith(Notice.of(Topic.CASES));
    life.act(id, Bodies.action("urge", "soon"), LoggedIn.SUPERVISOR);
    beat();
    assertThat(works).hasSize(2);
  }

  @Test
  void dispatches_that_wait_are_told_to_operators_of_their_area() {
    List<Notice> operator = heard(LoggedIn.OPERATOR.in("east"));
    List<Notice> western = heard(LoggedIn.OPERATOR.in("west"));
    List<Notice> supervisor = heard(LoggedIn.SUPERVISOR);
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    town.work();
    beat();
    assertThat(operator).contains(Notice.of(Topic.REVIEWS));
    assertThat(western).isEmpty();
    assertThat(supervisor).extracting(Notice::topic).containsOnly(Topic.CASES);
  }

  @Test
  void pages_and_plug_ins_that_come_and_go_are_told() {
    List<Notice> unit = heard(LoggedIn.WORKS);
    List<Notice> operator = heard(LoggedIn.OPERATOR);
    List<Notice> eastern = heard(LoggedIn.OPERATOR.in("east"));
    List<Notice> display = heard(LoggedIn.DISPLAY);
    Membership garden = town.bring(new SampleModule(), "1.0.0");
    beat();
    assertThat(unit).containsExactly(Notice.of(Topic.PAGES));
    assertThat(eastern).as("plug-ins are the whole city's").containsExactly(Notice.of(Topic.PAGES));
    assertThat(display).containsExactly(Notice.of(Topic.PAGES));
    assertThat(operator).containsExactly(Notice.of(Topic.PAGES), Notice.of(Topic.PLUG_INS));
    garden.close();
    beat();
    assertThat(unit).hasSize(2);
    assertThat(operator).hasSize(4);
  }

  @Test
  void nobody_looks_while_nobody_listens_and_what_happened_meanwhile_is_not_told() {
    assertThat(beating).isEmpty();
    List<Notice> first = new ArrayList<>();
    Registration one = listen(LoggedIn.OPERATOR, first).orElseThrow();
    Registration other = listen(LoggedIn.OPERATOR, new ArrayList<>()).orElseThrow();
    assertThat(beating).hasSize(1);
    one.close();
    assertThat(beating).hasSize(1);
    other.close();
    assertThat(beating).isEmpty();

    life.dispatched();
    List<Notice> late = heard(LoggedIn.OPERATOR);
    beat();
    assertThat(late).isEmpty();
    assertThat(first).isEmpty();
  }

  @Test
  void whoever_may_see_no_case_gets_no_line() {
    assertThat(listen(LoggedIn.GUEST, new ArrayList<>())).isEmpty();
    assertThat(beating).isEmpty();
  }

  @Test
  void a_flood_is_told_without_names() {
    List<Notice> heard = heard(LoggedIn.OPERATOR);
    for (int i = 0; i < 201; i++) {
      life.report(Bodies.report());
    }
    beat();
    assertThat(heard).containsExactly(Notice.of(Topic.CASES));
  }

  private List<Notice> heard(LoggedIn by) {
    List<Notice> heard = new ArrayList<>();
    assertThat(listen(by, heard)).isPresent();
    return heard;
  }

  private Optional<Registration> listen(LoggedIn by, List<Notice> heard) {
    return watch.listen(by.viewer().orElseThrow(), heard::add);
  }

  @Test
  void closing_it_ends_all_lines() {
    heard(LoggedIn.OPERATOR);
    watch.close();
    assertThat(beating).isEmpty();
    assertThat(listen(LoggedIn.OPERATOR, new ArrayList<>())).isEmpty();
    assertThat(beating).isEmpty();
  }

  @Test
  void who_is_told_is_who_may_follow() throws NoSuchMethodException {
    Allowed rule = LiveResource.class.getMethod("follow").getAnnotation(Allowed.class);
    assertThat(rule.value()).containsExactlyInAnyOrderElementsOf(Watch.TOLD);
    Viewer guard = new Viewer("gus", Set.of("guard"), Optional.of(new UnitId("u")), Set.of());
    assertThat(watch.listen(guard, notice -> {})).as("a role of a module").isEmpty();
  }

  @Test
  void one_who_cannot_be_told_keeps_it_from_nobody_and_is_told_at_the_next_look() {
    List<Notice> late = new ArrayList<>();
    AtomicBoolean broken = new AtomicBoolean(true);
    watch.listen(
        LoggedIn.OPERATOR.viewer().orElseThrow(),
        notice -> {
          if (broken.getAndSet(false)) {
            throw new IllegalStateException("not now");
          }
          late.add(notice);
        });
    List<Notice> other = heard(LoggedIn.OPERATOR);
    life.report(Bodies.report());
    beat();
    assertThat(other).hasSize(1);
    beat();
    assertThat(late).extracting(Notice::topic).containsExactly(Topic.values());
    beat();
    assertThat(late).hasSize(4);
    assertThat(other).hasSize(1);
  }

  @Test
  void a_flood_too_big_to_read_is_told_at_once_and_left_behind() {
    List<Notice> unit = heard(LoggedIn.WORKS);
    for (int i = 0; i < 1_100; i++) {
      life.report(Bodies.report());
    }
    beat();
    assertThat(unit).containsExactly(Notice.of(Topic.CASES), Notice.of(Topic.PAGES));
    beat();
    assertThat(unit).hasSize(2);
  }
}
