package org.zhili.rest.internal.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.zhili.rest.internal.door.Believer;
import org.zhili.rest.internal.door.Parts;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.door.Town.Answer;

/** Services that come and go, on a server that answers by them. */
class PartTrackerTest {
  private static final Map<String, Object> RESOURCE = Map.of("osgi.jakartars.resource", "true");
  private static final Map<String, Object> GUARD =
      Map.of("osgi.jakartars.extension", true, "zhili.authenticator", true);

  private final FakeFramework framework = new FakeFramework();
  private Town town;
  private PartTracker tracker;
  private FakeReference guard;
  private ServicePart guardPart;

  @BeforeEach
  void a_town_with_an_authenticator() throws InvalidSyntaxException {
    town = Town.guarded();
    tracker = new PartTracker(framework.context(), town.generations());
    guard = framework.register(Believer::new, GUARD);
    guardPart = add(guard);
  }

  @AfterEach
  void close() {
    tracker.stop();
    town.close();
  }

  private ServicePart add(FakeReference reference) {
    ServicePart part = tracker.addingService(reference);
    assertThat(part).isNotNull();
    return part;
  }

  private void awaitBody(String path, String body) {
    long deadline = System.nanoTime() + Town.PATIENCE.toNanos();
    while (!town.get(path).body().equals(body)) {
      assertThat(System.nanoTime()).as(path + " answers " + body).isLessThan(deadline);
    }
  }

  @Test
  void a_service_is_served_soon_after_it_came_and_let_go_before_it_went() {
    Parts.Hello hello = new Parts.Hello("here");
    FakeReference reference = framework.register(() -> hello, RESOURCE);
    ServicePart part = add(reference);
    awaitBody("/hello", "here");
    int before = framework.handedOut.get();
    tracker.removedService(reference, part);
    assertThat(town.get("/hello").status()).isEqualTo(404);
    assertThat(framework.handedOut.get()).isEqualTo(before - 1);
  }

  @Test
  void of_two_services_the_higher_ranked_one_is_served_whoever_came_first() {
    Parts.Hello low = new Parts.Hello("low");
    Parts.Hello high = new Parts.Hello("high");
    add(framework.register(() -> low, ranked(1)));
    awaitBody("/hello", "low");
    FakeReference better = framework.register(() -> high, ranked(2));
    ServicePart part = add(better);
    awaitBody("/hello", "high");
    tracker.removedService(better, part);
    assertThat(town.get("/hello").body()).isEqualTo("low");
  }

  @Test
  void a_prototype_is_made_for_each_request_and_given_back() {
    AtomicInteger made = new AtomicInteger();
    Map<String, Object> properties = new HashMap<>(RESOURCE);
    properties.put(Constants.SERVICE_SCOPE, Constants.SCOPE_PROTOTYPE);
    add(framework.register(() -> new Parts.Hello("number " + made.incrementAndGet()), properties));
    int held = framework.handedOut.get();
    List<String> bodies = new ArrayList<>();
    awaitServed("/hello");
    bodies.add(town.get("/hello").body());
    bodies.add(town.get("/hello").body());
    assertThat(bodies).doesNotHaveDuplicates().allMatch(body -> body.startsWith("number "));
    assertThat(framework.handedOut.get()).isEqualTo(held);
  }

  private void awaitServed(String path) {
    long deadline = System.nanoTime() + Town.PATIENCE.toNanos();
    while (town.get(path).status() != 200) {
      assertThat(System.nanoTime()).as(path + " is served").isLessThan(deadline);
    }
  }

  @Test
  void when_the_authenticator_goes_the_gate_is_shut_before_it_is_gone() {
    add(framework.register(() -> new Parts.Hello("here"), RESOURCE));
    awaitBody("/hello", "here");
    List<Answer> atTheEnd = new ArrayList<>();
    framework.beforeLettingGo = () -> atTheEnd.add(town.get("/hello"));
    tracker.removedService(guard, guardPart);
    framework.beforeLettingGo = () -> {};
    assertThat(atTheEnd)
        .singleElement()
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(503))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo("ZL-5019"));
  }

  @Test
  void when_one_of_two_authenticators_goes_the_gate_stays_open() {
    add(framework.register(() -> new Parts.Hello("here"), RESOURCE));
    FakeReference second = framework.register(Believer::new, GUARD);
    ServicePart part = add(second);
    awaitBody("/hello", "here");
    tracker.removedService(second, part);
    assertThat(town.get("/hello").status()).isEqualTo(200);
    tracker.removedService(guard, guardPart);
    assertThat(town.get("/hello").status()).isEqualTo(503);
  }

  @Test
  void the_health_is_up_from_the_towns_last_resource_to_its_leaving() {
    add(framework.register(() -> new Parts.Hello("here"), RESOURCE));
    awaitBody("/hello", "here");
    assertThat(town.get("/health").code()).isEqualTo("ZL-5022");
    FakeReference last =
        framework.register(
            Parts.Troubled::new, Map.of("osgi.jakartars.resource", true, "zhili.town", true));
    ServicePart part = add(last);
    awaitServed("/health");
    tracker.removedService(last, part);
    assertThat(town.get("/health").code()).isEqualTo("ZL-5022");
  }

  @Test
  void a_service_that_gives_nothing_is_left_alone() {
    assertThat(tracker.addingService(framework.register(() -> null, RESOURCE))).isNull();
  }

  @Test
  void a_service_that_breaks_is_left_alone() {
    assertThat(
            tracker.addingService(
                framework.register(
                    () -> {
                      throw new NoClassDefFoundError("gone");
                    },
                    RESOURCE)))
        .isNull();
  }

  private static Map<String, Object> ranked(int ranking) {
    Map<String, Object> properties = new HashMap<>(RESOURCE);
    properties.put(Constants.SERVICE_RANKING, ranking);
    return properties;
  }
}
