package org.zhili.resources.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Limit;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.casework.Standing;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.YearUnknownMapper;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.Violation;
import org.zhili.text.Wording;

/** What is done to a case over REST, and what is refused. */
class CaseActionResourceTest extends CasesFixture {
  private static final String UNKNOWN = "ZL-20261123-000099";

  private final CaseActionResource actions = town.resource(CaseActionResource.class);

  @Test
  void a_case_is_led_from_report_to_rating_by_those_who_may() {
    String id = life.closed();
    CaseDetail rated =
        life.act(id, Bodies.rating(Optional.of(true), Optional.of(5)), LoggedIn.OPERATOR);
    assertThat(rated.head().state()).isEqualTo(CaseState.CLOSED);
    assertThat(rated.rating()).hasValueSatisfying(r -> assertThat(r.stars()).isEqualTo(5));
  }

  @Test
  void each_kind_of_refusal_has_its_status_and_keeps_the_code_of_the_desk() {
    String id = life.dispatched();
    refused(404, "ZL-2001", () -> act("ZL-20261123-000099", "note", LoggedIn.OPERATOR));
    refused(403, "ZL-2002", () -> act(id, "acknowledge", LoggedIn.OPERATOR));
    refused(409, "ZL-2003", () -> act(id, "close", LoggedIn.SUPERVISOR));
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    refused(422, "ZL-2004", () -> act(id, "feed-back", LoggedIn.WORKS));
    refused(412, "ZL-2005", () -> act(id, "\"1\"", LoggedIn.WORKS, Bodies.action("feed-back")));
    assertThat(town.file(id).state()).isEqualTo(CaseState.HANDLING);
  }

  @Test
  void a_refusal_tells_cause_and_remedy_in_both_languages() {
    String id = life.dispatched();
    Problem problem = refused(409, "ZL-2003", () -> act(id, "close", LoggedIn.SUPERVISOR));
    assertThat(problem.messages().zh()).contains("不能执行“核查结案”").contains("、催办");
    assertThat(problem.messages().en()).contains("not possible").contains("Urge");
    assertThat(problem.detail()).isEqualTo(problem.messages().zh());
    assertThat(problem.title()).isEqualTo("Conflict");
  }

  @Test
  void what_is_missing_is_told_in_words_and_named_for_programs() {
    String id = life.dispatched();
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    Problem problem = refused(422, "ZL-2004", () -> act(id, "feed-back", LoggedIn.WORKS));
    assertThat(problem.messages().zh()).isEqualTo("动作“反馈”须附上：处置后照片；请补充后重新提交。");
    assertThat(problem.violations())
        .containsExactly(
            new Violation("evidence.photo-after", new Wording("处置后照片", "a photo after the work")));
  }

  @Test
  void time_that_runs_into_a_year_nobody_entered_is_refused_with_its_remedy_and_changes_nothing() {
    String id = life.dispatched();
    CaseFile before = town.file(id);
    YearUnknown unknown =
        catchThrowableOfType(
            YearUnknown.class,
            () -> life.act(id, Bodies.extend(1000, LimitUnit.WORK_DAY), LoggedIn.SUPERVISOR));
    Problem problem = (Problem) new YearUnknownMapper().toResponse(unknown).getEntity();

    assertThat(problem.status() + " " + problem.code()).isEqualTo("409 ZL-1101");
    assertThat(problem.messages().zh()).contains("2026").contains("calendar.csv");
    assertThat(town.file(id)).isEqualTo(before);
    assertThat(town.resources().extensions()).hasAtLeastOneElementOfType(YearUnknownMapper.class);
  }

  @Test
  void the_etag_of_one_answer_is_good_for_the_next_action() {
    String id = life.dispatched();
    var acknowledged = actions.act(id, Bodies.action("acknowledge"), "\"3\"", null, LoggedIn.WORKS);
    assertThat(acknowledged.getEntityTag().getValue()).isEqualTo("4");
    String tag = "\"" + acknowledged.getEntityTag().getValue() + "\"";
    assertThat(act(id, tag, LoggedIn.WORKS, Bodies.action("feed-back", "", "photo-after")))
        .isEqualTo(CaseState.FEEDBACK);
  }

  @Test
  void what_adds_up_is_done_once_under_a_key_however_often_it_is_sent() {
    String id = life.dispatched();
    ActionBody more = Bodies.extend(3, LimitUnit.DAY);
    Response first = actions.act(id, more, null, "key-00001", LoggedIn.SUPERVISOR);
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    Response again = actions.act(id, more, "\"3\"", "key-00001", LoggedIn.SUPERVISOR);

    assertThat(Life.detail(first).counts().extensions()).isEqualTo(1);
    assertThat(Life.detail(again).counts().extensions()).isEqualTo(1);
    assertThat(Life.detail(again).head().state())
        .as("the case as it is now")
        .isEqualTo(CaseState.HANDLING);
    refused(
        409,
        "ZL-3007",
        () ->
            actions.act(
                id, Bodies.extend(4, LimitUnit.DAY), null, "key-00001", LoggedIn.SUPERVISOR));
    actions.act(id, more, null, "key-00001", LoggedIn.OPERATOR);
    assertThat(town.file(id).counts().extensions()).as("another's key").isEqualTo(2);
  }

  @Test
  void what_was_done_is_answered_again_even_to_who_sees_the_case_no_more() {
    String id = life.dispatched();
    ActionBody dispatch = Bodies.dispatch("telecom", "theirs");
    actions.act(id, dispatch, null, "key-00001", LoggedIn.OPERATOR);
    LoggedIn moved = LoggedIn.OPERATOR.in("west");
    Response again = actions.act(id, dispatch, null, "key-00001", moved);
    assertThat(again.getEntity())
        .as("that it was done, and nothing of what became of it")
        .isEqualTo(JoinedCase.of(town.file(id)));
    String number = town.file(id).number();
    Problem elsewhere =
        refused(404, "ZL-2001", () -> actions.act(number, dispatch, null, null, moved));
    Problem never =
        refused(404, "ZL-2001", () -> actions.act(UNKNOWN, dispatch, null, null, moved));
    assertThat(elsewhere.detail().replace(number, UNKNOWN)).isEqualTo(never.detail());
    refused(404, "ZL-2001", () -> actions.act(id, dispatch, null, "key-00002", moved));
    refused(404, "ZL-2001", () -> actions.act(id, dispatch, null, null, moved));
    assertThat(town.file(id).counts().hops()).isEqualTo(2);
  }

  @Test
  void a_milestone_tells_what_it_takes_and_is_met_by_that() {
    String id = life.dispatched();
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    assertThat(life.report(Bodies.report()).milestones()).isEmpty();
    ActionBody bare = Bodies.meet("make-safe");
    assertThat(refused(422, "ZL-2004", () -> life.act(id, bare, LoggedIn.WORKS)).violations())
        .extracting(Violation::field)
        .containsExactly("evidence.photo-sign");
    CaseDetail met = life.act(id, Bodies.meet("make-safe", "photo-sign"), LoggedIn.WORKS);
    assertThat(met.milestones())
        .filteredOn(milestone -> milestone.id().equals("make-safe"))
        .singleElement()
        .satisfies(milestone -> assertThat(milestone.metAt()).isPresent())
        .satisfies(
            milestone ->
                assertThat(milestone.evidence())
                    .containsExactly(
                        new CaseDetail.Kind(
                            "photo-sign", new Wording("警示标志照片", "a photo of the warning sign"))));
  }

  @Test
  void a_key_holds_for_one_case_and_only_for_what_was_done() {
    String one = life.dispatched();
    String other = life.dispatched();
    refused(
        422,
        "ZL-2008",
        () -> actions.act(one, Bodies.action("urge"), null, "key-00001", LoggedIn.OPERATOR));
    ActionBody urge = Bodies.action("urge", "hurry");
    actions.act(one, urge, null, "key-00001", LoggedIn.OPERATOR);
    refused(409, "ZL-3007", () -> actions.act(other, urge, null, "key-00001", LoggedIn.OPERATOR));
    assertThat(town.file(one).counts().urges()).isEqualTo(1);
    assertThat(town.file(other).counts().urges()).isZero();
  }

  @Test
  void what_adds_up_needs_a_key_or_a_version_and_what_does_not_is_safe_to_repeat() {
    String id = life.dispatched();
    for (ActionBody adds :
        List.of(
            Bodies.extend(3, LimitUnit.DAY),
            Bodies.action("urge", "hurry"),
            Bodies.action("note", "x"),
            Bodies.dispatch("telecom", "theirs"))) {
      refused(428, "ZL-3035", () -> actions.act(id, adds, null, null, LoggedIn.OPERATOR));
    }
    long before = town.file(id).version();
    actions.act(id, Bodies.action("acknowledge"), null, null, LoggedIn.WORKS);
    refused(
        409,
        "ZL-2003",
        () -> actions.act(id, Bodies.action("acknowledge"), null, null, LoggedIn.WORKS));
    assertThat(town.file(id).version()).isEqualTo(before + 1);
  }

  @Test
  void an_if_match_that_is_no_version_is_refused_and_a_star_fits_any() {
    String id = life.dispatched();
    refused(400, "ZL-3005", () -> act(id, "3", LoggedIn.WORKS, Bodies.action("acknowledge")));
    refused(
        400,
        "ZL-3005",
        () -> act(id, "\"9999999999999999999\"", LoggedIn.WORKS, Bodies.action("acknowledge")));
    assertThat(act(id, "*", LoggedIn.WORKS, Bodies.action("acknowledge")))
        .isEqualTo(CaseState.HANDLING);
  }

  @Test
  void an_action_that_lacks_a_field_names_it() {
    String id = life.dispatched();
    for (String action : List.of("decide-return", "meet", "extend", "merge", "rate", "file")) {
      Problem problem = refused(422, "ZL-3010", () -> act(id, action, LoggedIn.OPERATOR));
      assertThat(problem.violations()).hasSize(1);
      assertThat(problem.messages().en()).contains(problem.violations().get(0).field());
    }
    refused(422, "ZL-2008", () -> act(id, "urge", LoggedIn.OPERATOR));
  }

  @Test
  void a_dispatch_needs_units_on_the_register_and_a_reason() {
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    refused(422, "ZL-2015", () -> life.act(id, Bodies.dispatch("nobody", "x"), LoggedIn.OPERATOR));
    refused(422, "ZL-3011", () -> life.act(id, Bodies.dispatch("no body", "x"), LoggedIn.OPERATOR));
    refused(422, "ZL-2008", () -> life.act(id, Bodies.dispatch("telecom", " "), LoggedIn.OPERATOR));
    assertThat(town.file(id).assignment().lead()).isEmpty();
  }

  @Test
  void a_case_is_merged_only_into_one_the_caller_can_see() {
    String id = life.dispatched("east-1");
    String west = life.dispatched("west");
    LoggedIn eastern = LoggedIn.OPERATOR.in("east");
    refused(422, "ZL-3011", () -> life.act(id, Bodies.merge(west), eastern));
    assertThat(life.act(id, Bodies.merge(west), LoggedIn.OPERATOR).head().standing())
        .isEqualTo(Standing.MERGED);
  }

  @Test
  void more_time_is_given_in_the_units_of_rules() {
    String id = life.dispatched();
    CaseDetail extended = life.act(id, Bodies.extend(3, LimitUnit.DAY), LoggedIn.SUPERVISOR);
    assertThat(extended.milestones())
        .filteredOn(m -> m.id().equals("repair"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.extensions()).containsExactly(new Limit(3, LimitUnit.DAY));
              assertThat(m.dueAt()).contains(TestTown.START.plus(Duration.ofDays(4)));
            });
  }

  private CaseState act(String id, String action, LoggedIn by) {
    return act(id, "*", by, Bodies.action(action));
  }

  private CaseState act(String id, @Nullable String ifMatch, LoggedIn by, ActionBody body) {
    return Life.detail(actions.act(id, body, ifMatch, null, by)).head().state();
  }
}
