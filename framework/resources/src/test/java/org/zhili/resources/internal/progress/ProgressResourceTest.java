package org.zhili.resources.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.resources.Bodies;
import org.zhili.resources.From;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

class ProgressResourceTest {
  private static final HttpServletRequest HERE = From.address("203.0.113.7");

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final ProgressResource progress = town.resource(ProgressResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void whoever_has_the_code_sees_how_far_the_case_is() {
    String id = life.dispatched();
    ProgressView view = progress.read(code(id), HERE);
    assertThat(view.number()).isEqualTo("ZL-20261123-000001");
    assertThat(view.typeName().zh()).isEqualTo("部件");
    assertThat(view.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(view.stages())
        .extracting(ProgressView.Stage::state)
        .containsExactly(CaseState.values());
    assertThat(view.stages().subList(0, 3)).allMatch(stage -> stage.reachedAt().isPresent());
    assertThat(view.stages().subList(3, 6)).allMatch(stage -> stage.reachedAt().isEmpty());
    assertThat(view.expectedEnd()).contains(TestTown.START.plus(Duration.ofDays(1)));
    assertThat(view.milestones())
        .extracting(milestone -> milestone.name().zh())
        .containsExactly("respond", "make safe", "repair");
    assertThat(view.milestones())
        .allMatch(milestone -> milestone.dueAt().isPresent() && milestone.metAt().isEmpty());
    assertThat(view.ratable()).isFalse();
  }

  @Test
  void the_page_has_no_names_addresses_or_words_of_people() {
    String id = life.closed();
    String page = progress.read(code(id), HERE).toString();
    assertThat(page)
        .contains("ZL-20261123-000001")
        .doesNotContain("wang", "olivia", "sun", "王小明", "municipal-works", "中山路", id, code(id));
  }

  @Test
  void the_code_is_read_however_it_is_typed_and_others_are_unknown() {
    String id = life.dispatched();
    assertThat(progress.read(code(id).toLowerCase(java.util.Locale.ROOT), HERE).number())
        .isEqualTo("ZL-20261123-000001");
    List.of("0000000000000000", "x", id, "ZL-20261123-000001", "%", "")
        .forEach(code -> refused(404, "ZL-3015", () -> progress.read(code, HERE)));
  }

  @Test
  void a_case_sent_back_to_work_has_not_reached_the_later_stages_any_more() {
    String id = life.dispatched();
    life.act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    life.act(id, Bodies.action("feed-back", "", "photo-after"), LoggedIn.WORKS);
    town.pass(Duration.ofHours(1));
    life.act(id, Bodies.action("rework", "still open"), LoggedIn.SUPERVISOR);
    ProgressView view = progress.read(code(id), HERE);
    assertThat(view.stages().get(3).reachedAt()).contains(TestTown.START.plus(Duration.ofHours(1)));
    assertThat(view.stages().get(4).reachedAt()).isEmpty();
  }

  @Test
  void a_resident_rates_once_per_closing() {
    String id = life.closed();
    assertThat(progress.read(code(id), HERE).ratable()).isTrue();
    ProgressView rated = progress.rate(code(id), new RatingBody(true, 4, "谢谢"), HERE);
    assertThat(rated.ratable()).isFalse();
    assertThat(town.file(id).rating()).hasValueSatisfying(r -> assertThat(r.stars()).isEqualTo(4));
    refused(409, "ZL-2012", () -> progress.rate(code(id), new RatingBody(false, 1, ""), HERE));
    assertThat(town.file(id).rating()).hasValueSatisfying(r -> assertThat(r.stars()).isEqualTo(4));
  }

  @Test
  void a_case_that_is_not_closed_cannot_be_rated_and_tells_nothing_of_the_inside() {
    String id = life.dispatched();
    assertThat(
            refused(
                    409,
                    "ZL-3017",
                    () -> progress.rate(code(id), new RatingBody(true, 5, ""), HERE))
                .toString())
        .doesNotContain("dispatch", "extend");
    refused(
        422,
        "ZL-3011",
        () -> progress.rate(code(life.closed()), new RatingBody(true, 9, ""), HERE));
  }

  @Test
  void a_resident_urges_those_who_handle_the_case_a_few_times_an_hour() {
    String id = life.dispatched();
    AppealBody body = new AppealBody("天黑了,很危险");
    assertThat(progress.read(code(id), HERE).urgeable()).isTrue();
    for (int i = 0; i < 3; i++) {
      assertThat(progress.urge(code(id), body, HERE).urgeable()).isTrue();
    }
    refused(429, "ZL-3038", () -> progress.urge(code(id), body, HERE));
    assertThat(town.file(id).counts().urges()).isEqualTo(3);
    town.wait(Duration.ofHours(1));
    progress.urge(code(id), body, From.address("203.0.113.9"));
    assertThat(town.file(id).counts().urges()).isEqualTo(4);
  }

  @Test
  void a_resident_has_a_closed_case_opened_again_within_its_time() {
    String id = life.closed();
    AppealBody body = new AppealBody("又松了");
    assertThat(progress.read(code(id), HERE).reopenable()).isTrue();
    ProgressView view = progress.reopen(code(id), body, HERE);
    assertThat(view.state()).isEqualTo(CaseState.DISPATCHED);
    assertThat(view.reopenable()).isFalse();
    assertThat(town.file(id).counts().reopens()).isEqualTo(1);

    String late = life.closed();
    town.pass(Duration.ofDays(11));
    refused(409, "ZL-2011", () -> progress.reopen(code(late), body, HERE));
    assertThat(town.file(late).standing()).isEqualTo(Standing.CLOSED);
  }

  @Test
  void what_a_resident_cannot_do_now_is_told_without_a_word_of_the_inside() {
    String open = life.dispatched();
    String closed = life.closed();
    AppealBody body = new AppealBody("x");
    assertThat(refused(409, "ZL-3037", () -> progress.reopen(code(open), body, HERE)).toString())
        .doesNotContain("dispatched", "acknowledge");
    assertThat(refused(409, "ZL-3036", () -> progress.urge(code(closed), body, HERE)).toString())
        .doesNotContain("closed", "CLOSED");
    assertThat(progress.read(code(closed), HERE).urgeable()).isFalse();
    refused(404, "ZL-3015", () -> progress.urge("0000000000000000", body, HERE));
  }

  @Test
  void a_case_that_goes_on_in_another_is_as_far_as_that_and_takes_nothing_for_it() {
    String id = life.dispatched();
    String into = life.closed();
    String between = life.dispatched();
    life.act(id, Bodies.merge(between), LoggedIn.OPERATOR);
    assertThat(progress.read(code(id), HERE).state()).isEqualTo(CaseState.DISPATCHED);
    refused(422, "ZL-2014", () -> life.act(between, Bodies.merge(into), LoggedIn.OPERATOR));
    String last = life.dispatched();
    life.act(between, Bodies.merge(last), LoggedIn.OPERATOR);
    life.act(last, Bodies.action("acknowledge"), LoggedIn.WORKS);

    ProgressView view = progress.read(code(id), HERE);
    assertThat(view.joined()).isTrue();
    assertThat(view.number()).isEqualTo(town.file(id).number());
    assertThat(view.standing()).isEqualTo(Standing.OPEN);
    assertThat(view.state()).isEqualTo(CaseState.HANDLING);
    assertThat(view.expectedEnd()).isPresent();
    assertThat(view.urgeable() || view.ratable() || view.reopenable()).isFalse();
    refused(409, "ZL-3036", () -> progress.urge(code(id), new AppealBody("急"), HERE));
    assertThat(progress.read(code(last), HERE).joined()).isFalse();
  }

  @Test
  void looking_up_one_code_too_often_is_refused_for_a_while() {
    String code = code(life.dispatched());
    for (int i = 0; i < 20; i++) {
      progress.read(code, From.address("203.0.113." + i));
    }
    refused(429, "ZL-3016", () -> progress.read(code, From.address("203.0.113.200")));
    town.wait(Duration.ofMillis(1500));
    assertThat(progress.read(code, From.address("203.0.113.200")).number()).startsWith("ZL-");
    refused(429, "ZL-3016", () -> progress.read(code, From.address("203.0.113.200")));
  }

  @Test
  void one_address_cannot_try_code_after_code() {
    int tried = 0;
    for (int i = 0; i < 60; i++, tried++) {
      String code = "AAAAAAAAAAAAAA" + (10 + i);
      refused(404, "ZL-3015", () -> progress.read(code, HERE));
    }
    assertThat(tried).isEqualTo(60);
    refused(429, "ZL-3016", () -> progress.read("AAAAAAAAAAAAAAAA", HERE));
    refused(404, "ZL-3015", () -> progress.read("AAAAAAAAAAAAAAAA", From.address("203.0.113.8")));
  }

  @Test
  void neighbours_who_share_an_address_follow_their_cases_as_often_as_their_pages_ask() {
    List<String> codes = Stream.generate(life::dispatched).limit(8).map(this::code).toList();
    for (int second = 0; second < 120; second += 3) {
      codes.forEach(code -> assertThat(progress.read(code, HERE).number()).startsWith("ZL-"));
      town.wait(Duration.ofSeconds(3));
    }
  }

  private String code(String id) {
    return town.file(id).publicCode();
  }
}
