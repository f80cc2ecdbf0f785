package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private static final int FEW = 3;

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
    List<Cover> busy = covers("strategy-load-", MANY);
    List<Cover> late = covers("strategy-away-", FEW);
    int mark = town.log().mark();
    try (Device gateway = town.gateway("strategy-gateway");
        Load load = new Load(gateway, busy)) {
      Eventually.passes(() -> assertThat(load.said()).isPositive());
      String left = town.console().run("feature:uninstall " + FEATURE, "bundle:list -s -t 0");
      assertThat(left).contains("org.zhili.urban").doesNotContain(STRATEGY);
      Eventually.passes(() -> assertThat(doctor()).contains("ZL-1305"));
      late.forEach(cover -> gateway.publish(Load.topic(cover), cover.message("tilted")));
      late.forEach(cover -> waits_for_a_person(cover.onlyCase()));
      assertThat(reasons(busy)).isSubsetOf("STRATEGY_ABSENT", "STRATEGY_WITHDRAWN");
      int saidWhileAway = load.said();

      assertThat(town.console().run("feature:install " + FEATURE, "bundle:list -s -t 0"))
          .contains(STRATEGY);
      Eventually.passes(() -> assertThat(doctor()).doesNotContain("ZL-1305"));
      assertThat(load.said()).as("alarms went on coming").isGreaterThan(saidWhileAway);
    }
    Stream.of(busy, late)
        .flatMap(List::stream)
        .forEach(StrategyIT::is_one_case_that_was_dispatched_once);
    assertThat(reasons(busy)).isEmpty();
    assertThat(reasons(late)).isEmpty();
    assertThat(town.log().since(mark)).noneMatch(line -> line.contains("The town of "));
  }

  private List<Cover> covers(String name, int number) {
    return IntStream.range(0, number).mapToObj(i -> Cover.of(town, name + i)).toList();
  }

  private static void is_one_case_that_was_dispatched_once(Cover cover) {
    Matter matter = cover.onlyCase().ledBy("municipal-works");
    List<String> dispatches = new ArrayList<>();
    for (JsonNode entry : matter.trace()) {
      if (entry.path("action").asText().equals("dispatch")) {
        dispatches.add(entry.path("advisor").asText());
      }
    }
    assertThat(dispatches).singleElement().asString().startsWith("rule-table@");
    List<String> alarms = cover.alarms();
    assertThat(alarms).startsWith("RAISED");
    assertThat(alarms.stream().skip(1)).allMatch("MERGED"::equals);
  }

  /** Why cases of these covers wait for people. */
  private Set<String> reasons(List<Cover> covers) {
    Set<String> ids =
        covers.stream()
            .flatMap(cover -> cover.cases().stream())
            .map(Matter::id)
            .collect(Collectors.toSet());
    return reviews().stream()
        .filter(review -> ids.contains(review.path("file").path("id").asText()))
        .flatMap(review -> StreamSupport.stream(review.path("reasons").spliterator(), false))
        .map(reason -> reason.path("reason").asText())
        .collect(Collectors.toSet());
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

  /** Alarms of one cover after another, over and over, until it is closed. */
  private static final class Load implements AutoCloseable {
    private static final long PACE_MILLISECONDS = 150;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger said = new AtomicInteger();
    private final ScheduledFuture<?> alarms;

    Load(Device gateway, List<Cover> covers) {
      Runnable next =
          () -> {
            Cover cover = covers.get(said.get() % covers.size());
            gateway.publish(topic(cover), cover.message("tilted"));
            said.incrementAndGet();
          };
      alarms = thread.scheduleAtFixedRate(next, 0, PACE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    static String topic(Cover cover) {
      return "zhili/v1/demo/" + cover.id() + "/up";
    }

    /** How many alarms got their receipt. */
    int said() {
      return said.get();
    }

    /** Fails when one got none. */
    @Override
    public void close() {
      thread.shutdown();
      try {
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        alarms.get();
      } catch (CancellationException e) {
        // all was well until it was told to end
      } catch (ExecutionException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
