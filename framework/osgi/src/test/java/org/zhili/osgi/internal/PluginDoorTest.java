package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.text.Explanation;
import org.zhili.text.Text;

class PluginDoorTest {
  private Felix felix;
  private PluginDoor door;

  @BeforeEach
  void open(@TempDir Path temp) throws Exception {
    felix = Felix.start(temp);
    door = new PluginDoor(felix.context());
  }

  @AfterEach
  void close() throws Exception {
    door.close();
    felix.close();
  }

  /** Refers every case, after it was let go on. */
  private static final class Waiting implements DispatchStrategy {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public String id() {
      return "waiting";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      throw new AssertionError("asked by id only");
    }

    Proposal refer() {
      asked.countDown();
      assertThat(Waits.until(() -> goOn.getCount() == 0)).isTrue();
      return new Proposal.Refer(Explanation.of(Text.of("waiting.because")));
    }
  }

  private ServiceRegistration<DispatchStrategy> register(DispatchStrategy strategy, int ranking) {
    return felix
        .context()
        .registerService(
            DispatchStrategy.class,
            strategy,
            FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking)));
  }

  private List<Guarded<DispatchStrategy>> here() {
    return door.gate().of(DispatchStrategy.class);
  }

  @Test
  void a_plug_in_comes_in_and_leaves_with_its_service() {
    ServiceRegistration<DispatchStrategy> registration = register(new Waiting(), 7);
    assertThat(here()).hasSize(1);
    assertThat(here().get(0).identity().id()).isEqualTo("waiting");
    assertThat(here().get(0).identity().ranking()).isEqualTo(7);

    registration.unregister();
    assertThat(here()).isEmpty();
  }

  @Test
  void a_plug_in_that_cannot_be_made_is_left_out_and_the_door_stays_open() {
    felix
        .context()
        .registerService(
            DispatchStrategy.class,
            new ServiceFactory<DispatchStrategy>() {
              @Override
              public @Nullable DispatchStrategy getService(
                  Bundle bundle, ServiceRegistration<DispatchStrategy> registration) {
                return null;
              }

              @Override
              public void ungetService(
                  Bundle bundle,
                  ServiceRegistration<DispatchStrategy> registration,
                  DispatchStrategy service) {}
            },
            null);
    assertThat(here()).isEmpty();

    register(new Waiting(), 0);
    assertThat(here()).hasSize(1);
  }

  @Test
  void a_leaving_service_waits_for_the_call_under_way_and_is_asked_nothing_new() throws Exception {
    Waiting strategy = new Waiting();
    ServiceRegistration<DispatchStrategy> registration = register(strategy, 0);
    Guarded<DispatchStrategy> guarded = here().get(0);
    AtomicReference<Answer<Proposal>> answer = new AtomicReference<>();
    Thread asking = new Thread(() -> answer.set(guarded.ask(s -> ((Waiting) s).refer())), "asking");
    asking.start();
    strategy.asked.await();

    Thread leaving = new Thread(registration::unregister, "leaving");
    leaving.start();
    assertThat(Waits.until(() -> here().isEmpty())).isTrue();
    assertThat(guarded.<String>ask(DispatchStrategy::id)).isInstanceOf(Answer.Withdrawn.class);
    assertThat(leaving.isAlive()).isTrue();

    strategy.goOn.countDown();
    leaving.join();
    asking.join();
    assertThat(answer.get()).isInstanceOf(Answer.Given.class);
  }
}
