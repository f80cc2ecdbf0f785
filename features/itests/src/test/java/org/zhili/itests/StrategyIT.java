package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dispatch strategy leaves a running town, and returns. */
@ExtendWith(SharedTown.class)
class StrategyIT {
  private static final String STRATEGY = "org.zhili.dispatch.rules";
  private static final String FEATURE = "zhili-dispatch-rules";
  private static final int MANY = 30;

  private final Town town;

  StrategyIT(Town town) {
    this.town = town;
  }

  @AfterEach
  void bring_the_strategy_back() {
    town.console().run("feature:install " + FEATURE, "bundle:start " + STRATEGY);
    Eventually.passes(() -> assertThat(doctor()).doesNotContain("ZL-1305"));
  }

  @Test
  void while_it_is_stopped_people_dispatch_and_afterwards_it_does_what_they_left() {
    try (Cover decided = Cover.of(town, "strategy-decided");
        Cover left = Cover.of(town, "strategy-left");
        Cover later = Cover.of(town, "strategy-later")) {
      town.console().run("bundle:stop " + STRATEGY);
      assertThat(doctor()).contains("ZL-1305", "rule-table");
      decided.says("tilted");
      left.says("tilted");
      waits_for_a_person(decided.onlyCase());
      waits_for_a_person(left.onlyCase());
      decide(decided.onlyCase(), "municipal-works");

      town.console().run("bundle:start " + STRATEGY);
      later.says("tilted");
      for (Cover cover : List.of(later, left)) {
        cover.onlyCase().ledBy("municipal-works");
        assertThat(cover.onlyCase().traced("dispatch").path("advisor").asText())
            .startsWith("rule-table@");
      }
      assertThat(waiting()).doesNotContain(left.onlyCase().id());
    }
  }

  @Test
  void uninstalled_under_load_and_installed_again_it_loses_no_case() {
    List<Cover> covers =
        IntStream.range(0, MANY).mapToObj(i -> Cover.of(town, "strategy-load-" + i)).toList();
    int mark = town.log().mark();
    try (Device gateway = town.gateway("strategy-gateway")) {
      Thread swap =
          new Thread(
              () ->
                  town.console().run("feature:uninstall " + FEATURE, "feature:install " + FEATURE));
      swap.start();
      for (Cover cover : covers) {
        gateway.publish("zhili/v1/demo/" + cover.id() + "/up", cover.message("tilted"));
      }
      join(swap);
    }
    for (Cover cover : covers) {
      Matter matter = cover.onlyCase();
      Eventually.passes(
          () ->
              assertThat(matter.state().equals("DISPATCHED") != waiting().contains(matter.id()))
                  .as("%s is dispatched or waits for a person", cover.id())
                  .isTrue());
      assertThat(cover.alarms()).containsExactly("RAISED");
    }
    assertThat(town.log().since(mark)).noneMatch(line -> line.contains("The town of "));
  }

  private String doctor() {
    return town.console().run("zhili.lang = en", "zhili:doctor");
  }

  private void waits_for_a_person(Matter matter) {
    JsonNode review =
        Eventually.present(
            () ->
                reviews().stream()
                    .filter(r -> r.path("file").path("id").asText().equals(matter.id()))
                    .findFirst());
    assertThat(review.path("reasons").get(0).path("reason").asText()).isEqualTo("STRATEGY_ABSENT");
    assertThat(review.path("reasons").get(0).path("name").path("zh").asText()).isNotBlank();
    assertThat(matter.state()).isEqualTo("ACCEPTED");
  }

  private void decide(Matter matter, String lead) {
    town.people()
        .operator()
        .post(
            "/reviews/" + matter.id() + "/decision",
            """
            {"lead": "%s", "reason": "策略停用期间人工派单"}"""
                .formatted(lead))
        .expect(200);
    matter.ledBy(lead);
    assertThat(waiting()).doesNotContain(matter.id());
  }

  private List<JsonNode> reviews() {
    JsonNode reviews = town.people().operator().read("/reviews?limit=200").path("items");
    return StreamSupport.stream(reviews.spliterator(), false).toList();
  }

  private Set<String> waiting() {
    return reviews().stream()
        .map(review -> review.path("file").path("id").asText())
        .collect(Collectors.toSet());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
