package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseAction;
import org.zhili.casework.Standing;
import org.zhili.core.casework.SampleTypes;
import org.zhili.id.CaseId;
import org.zhili.resources.Bodies;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.Paging;
import org.zhili.text.Wording;

/** How cases are listed. */
class CaseListResourceTest extends CaseResourceFixture {
  @Test
  void pages_show_every_case_once_newest_first_whatever_comes_meanwhile() {
    for (int i = 0; i < 5; i++) {
      life.report(Bodies.report());
    }
    Paging.Page<CaseHead> first = list(2);
    life.report(Bodies.report());
    Paging.Page<CaseHead> second = list(first.next().orElseThrow(), 2);
    Paging.Page<CaseHead> third = list(second.next().orElseThrow(), 2);
    assertThat(first.items()).extracting(CaseHead::number).containsExactly(number(5), number(4));
    assertThat(second.items()).extracting(CaseHead::number).containsExactly(number(3), number(2));
    assertThat(third.items()).extracting(CaseHead::number).containsExactly(number(1));
    assertThat(third.next()).isEmpty();
  }

  @Test
  void a_page_has_1_to_200_rows() {
    refused(422, "ZL-3011", () -> list(0));
    refused(422, "ZL-3011", () -> list(201));
    assertThat(list(200).items()).isEmpty();
  }

  @Test
  void cases_are_listed_by_state_standing_area_unit_and_subject() {
    String east = life.dispatched();
    String west = life.report(Bodies.report("west", Optional.empty())).head().id();
    life.act(west, Bodies.action("decline", "not ours"), LoggedIn.OPERATOR);
    assertThat(ids(list(List.of("DISPATCHED"), List.of(), null, null, null))).containsExactly(east);
    assertThat(ids(list(List.of("dispatched"), List.of(), null, null, null))).containsExactly(east);
    assertThat(ids(list(List.of(), List.of("NOT_ACCEPTED"), null, null, null)))
        .containsExactly(west);
    assertThat(ids(list(List.of(), List.of(), "east", null, null))).containsExactly(east);
    assertThat(ids(list(List.of(), List.of(), "city", null, null))).containsExactly(west, east);
    assertThat(ids(list(List.of(), List.of(), null, "municipal-works", null)))
        .containsExactly(east);
    assertThat(ids(list(List.of(), List.of(), null, null, "bin"))).isEmpty();
  }

  @Test
  void a_case_whose_module_is_away_is_listed_as_standing_still() {
    CaseDetail reported = life.report(Bodies.report());
    CaseId id = new CaseId(UUID.fromString(reported.head().id()));
    CaseAction halt = new CaseAction.Halt(reported.head().type(), TestTown.START);
    town.town().desk().act(id, halt, SampleTypes.SYSTEM, OptionalLong.empty());

    CaseHead listed = list(1).items().get(0);
    assertThat(listed.halted()).isTrue();
    assertThat(listed.standing()).isEqualTo(Standing.OPEN);
    assertThat(listed.standingName())
        .isEqualTo(
            new Wording(
                "暂停：提供此类案件的模块已停用", "Stands still: the module that brings its type is away"));
  }

  @Test
  void a_state_nobody_knows_is_refused_with_those_that_are() {
    assertThat(
            refused(422, "ZL-3011", () -> list(List.of("DONE"), List.of(), null, null, null))
                .messages()
                .en())
        .contains("HANDLING");
  }
}
