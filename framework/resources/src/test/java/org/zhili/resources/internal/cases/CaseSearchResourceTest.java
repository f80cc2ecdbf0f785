package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.audit.AuditResource;

/** How cases are looked for among all there are, and counted. */
class CaseSearchResourceTest extends CaseResourceFixture {
  private static final LoggedIn WESTERN = LoggedIn.OPERATOR.in("west");

  private final CaseCountResource counts = town.resource(CaseCountResource.class);

  @Test
  void a_case_is_found_by_a_part_of_what_people_know_of_it() {
    String first = life.dispatched();
    life.report(Bodies.report("west", Optional.empty()));

    assertThat(ids(find("-000001", null, null, null, null))).containsExactly(first);
    assertThat(find(" 中山路100 ", null, null, null, null).items()).hasSize(2);
    assertThat(find("井盖不见", null, null, null, null).items()).hasSize(2);
    assertThat(find("人民路", null, null, null, null).items()).isEmpty();
    assertThat(find("%", null, null, null, null).items()).isEmpty();
    assertThat(find(" ", null, null, null, null).items()).as("nothing to look for").hasSize(2);
  }

  @Test
  void what_is_looked_for_is_found_behind_the_newest_page_and_page_by_page() {
    String oldest = life.dispatched();
    for (int i = 0; i < 3; i++) {
      life.report(Bodies.report());
    }
    assertThat(ids(find("-000001", null, null, null, null))).containsExactly(oldest);
    Paging.Page<CaseHead> first = find("中山路", null, null, null, null);
    Paging.Page<CaseHead> second = find("中山路", null, null, null, first.next().orElseThrow());
    assertThat(second.items()).extracting(CaseHead::number).containsExactly(number(2), number(1));
  }

  @Test
  void overdue_cases_are_found_as_long_as_their_clocks_run() {
    String late = life.dispatched();
    assertThat(ids(find(null, "true", null, null, null))).isEmpty();
    town.pass(Duration.ofHours(25));
    String young = life.dispatched();
    assertThat(ids(find(null, "true", null, null, null))).containsExactly(late);
    assertThat(ids(find(null, null, null, "due", null))).containsExactly(late, young);

    life.act(young, Bodies.action("suspend", "rain"), LoggedIn.SUPERVISOR);
    town.pass(Duration.ofDays(9));
    assertThat(ids(find(null, "true", null, null, null))).containsExactly(late);
    assertThat(ids(find(null, null, null, "due", null))).containsExactly(late, young);
    assertThat(counts.read(LoggedIn.OPERATOR)).isEqualTo(new CaseCounts(2, 1, 0, Optional.of(0L)));
  }

  @Test
  void cases_at_an_end_are_told_from_those_under_way() {
    String closed = life.closed();
    String open = life.dispatched();
    String declined = life.report(Bodies.report("west", Optional.empty())).head().id();
    life.act(declined, Bodies.action("decline", "not ours"), LoggedIn.OPERATOR);

    assertThat(ids(find(null, null, "true", null, null))).containsExactly(declined, closed);
    assertThat(ids(find(null, null, "false", null, null))).containsExactly(open);
    assertThat(counts.read(LoggedIn.OPERATOR)).isEqualTo(new CaseCounts(1, 0, 2, Optional.of(0L)));
  }

  @Test
  void pages_in_the_order_of_what_is_due_show_every_case_once_while_they_move() {
    String first = life.dispatched();
    town.pass(Duration.ofHours(1));
    String second = life.dispatched();
    town.pass(Duration.ofHours(1));
    String third = life.dispatched();
    String undue = life.report(Bodies.report("west", Optional.empty())).head().id();

    Paging.Page<CaseHead> page = find(null, null, null, "due", null);
    assertThat(ids(page)).containsExactly(first, second);
    life.act(second, Bodies.action("acknowledge"), LoggedIn.WORKS);
    life.act(second, Bodies.action("feed-back", "", "photo-after"), LoggedIn.WORKS);
    Paging.Page<CaseHead> next = find(null, null, null, "due", page.next().orElseThrow());
    assertThat(ids(next)).startsWith(third);
    assertThat(next.items()).hasSize(2);
    Paging.Page<CaseHead> last = find(null, null, null, "DUE", next.next().orElseThrow());
    assertThat(ids(last)).doesNotContain(first, third).isSubsetOf(undue, second);
  }

  @Test
  void words_nobody_knows_are_refused_with_those_that_are() {
    told("one of REPORTED, DUE", null, null, null, "newest", null);
    told("one of TRUE", null, "no", null, null, null);
    told("one of TRUE, FALSE", null, null, "perhaps", null, null);
    for (String after :
        List.of(
            "ZL-20261123-000001",
            "_ZL-20261123-000001",
            "soon_ZL",
            "-9999-01-01T00:00:00Z_ZL",
            "")) {
      told("\"next\"", null, null, null, "due", after);
    }
  }

  private void told(String sentence, @Nullable String... asked) {
    assertThat(
            refused(422, "ZL-3011", () -> find(asked[0], asked[1], asked[2], asked[3], asked[4]))
                .violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.messages().en()).contains(sentence));
  }

  @Test
  void who_looks_for_a_person_by_number_is_written_down_once_and_administrators_may_not() {
    life.dispatched();
    for (LoggedIn by : List.of(LoggedIn.OPERATOR, LoggedIn.WORKS, LoggedIn.OPERATOR)) {
      assertThat(find(by, 9, "138 1234 5678", null, null, null, null).items()).isEmpty();
    }
    refused(
        403,
        "ZL-3270",
        () -> find(LoggedIn.ADMINISTRATOR, 9, "13812345678", null, null, null, null));
    assertThat(find(LoggedIn.ADMINISTRATOR, 9, "中山路", null, null, null, null).items()).hasSize(1);
    assertThat(
            town.resource(AuditResource.class)
                .list(null, "case.person-sought", null, null, null, null, 9, LoggedIn.AUDITOR)
                .items())
        .extracting(entry -> entry.who() + " " + entry.subject())
        .containsExactly("wang 138 **** 5678", "olivia 138 **** 5678");
  }

  @Test
  void nobody_finds_or_counts_what_they_may_not_see() {
    life.dispatched();
    town.pass(Duration.ofDays(9));
    for (LoggedIn stranger : List.of(LoggedIn.TELECOM, LoggedIn.GUEST, WESTERN)) {
      assertThat(find(stranger, 9, "中山路", null, null, null, null).items()).isEmpty();
      assertThat(find(stranger, 9, null, "true", null, "due", null).items()).isEmpty();
      CaseCounts counted = counts.read(stranger);
      assertThat(counted.open() + counted.overdue() + counted.ended()).isZero();
    }
    for (LoggedIn insider : List.of(LoggedIn.WORKS, LoggedIn.OPERATOR.in("east"))) {
      assertThat(find(insider, 9, "中山路", "true", "false", "due", null).items()).hasSize(1);
      CaseCounts counted = counts.read(insider);
      assertThat(List.of(counted.open(), counted.overdue(), counted.ended()))
          .containsExactly(1L, 1L, 0L);
    }
    assertThat(counts.read(LoggedIn.WORKS).reviews()).isEmpty();
    assertThat(counts.read(LoggedIn.SUPERVISOR).reviews()).as("operators decide").isEmpty();
    refused(401, "ZL-3001", () -> counts.read(LoggedIn.NOBODY));
  }
}
