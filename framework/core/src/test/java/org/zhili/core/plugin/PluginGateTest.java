package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.plugin.GateFixture.LONG;
import static org.zhili.core.plugin.GateFixture.SHORT;
import static org.zhili.core.plugin.GateFixture.identity;
import static org.zhili.core.plugin.GateFixture.states;
import static org.zhili.core.plugin.GateFixture.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.plugin.Membership.Verdict;
import org.zhili.core.plugin.PluginStatus.State;
import org.zhili.core.plugin.wording.Wordy;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.text.Explanation;
import org.zhili.text.Language;
import org.zhili.text.Text;

class PluginGateTest {
  private final Waits waits = new Waits();
  private final PluginGate gate = GateFixture.gate();

  @AfterEach
  void close() {
    waits.close();
    gate.close();
  }

  @Test
  void an_empty_gate_has_nobody() {
    assertThat(gate.of(Oracle.class)).isEmpty();
    assertThat(gate.named(Oracle.class, "a")).isEmpty();
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void a_plug_in_is_known_by_the_id_it_gives_itself() {
    Membership stay =
        gate.admit(
            DeviceDriver.class,
            new FakeDriver("acme-bin", () -> {}),
            new PluginIdentity("org.acme.bin", "2.1.0", 7));
    assertThat(stay.verdict()).isEqualTo(new Verdict.Admitted());
    assertThat(stay.identity()).isEqualTo(new PluginIdentity("acme-bin", "2.1.0", 7));
    assertThat(gate.named(DeviceDriver.class, "acme-bin").orElseThrow())
        .hasToString("acme-bin@2.1.0");
    assertThat(gate.named(DeviceDriver.class, "org.acme.bin")).isEmpty();
  }

  @Test
  void a_plug_in_whose_spi_has_no_id_is_known_by_the_one_of_its_door() {
    gate.admit(Oracle.class, Oracle.good(), identity("by-door"));
    assertThat(gate.named(Oracle.class, "by-door")).isPresent();
  }

  @Test
  void those_in_use_are_in_the_order_of_their_ranking_and_then_of_their_ids() {
    admit("b", "1.0.0", 0);
    admit("c", "1.0.0", 0);
    admit("z", "1.0.0", 5);
    admit("a", "1.0.0", -1);
    assertThat(inUse()).containsExactly("z@1.0.0", "b@1.0.0", "c@1.0.0", "a@1.0.0");
  }

  @Test
  void of_two_with_as_good_a_claim_the_one_in_reserve_says_so() {
    Membership first = admit("same", "1.0.0", 3);
    Membership second = admit("same", "1.0.0", 3);
    Membership older = admit("same", "0.9.0", 3);
    assertThat(gate.status(first).state()).isEqualTo(State.IN_USE);
    assertThat(gate.status(first).reasons()).isEmpty();
    assertThat(gate.status(older).reasons()).isEmpty();
    assertThat(gate.status(second).state()).isEqualTo(State.RESERVE);
    assertThat(gate.status(second).reasons())
        .extracting(why -> gate.words().render(why, Language.EN))
        .singleElement()
        .asString()
        .startsWith("Plug-in same@1.0.0 is here twice");

    first.close();
    assertThat(gate.status(second).state()).isEqualTo(State.IN_USE);
    assertThat(gate.status(second).reasons()).isEmpty();
  }

  @Test
  void kinds_are_kept_apart() {
    admit("same", "1.0.0", 0);
    gate.admit(DispatchStrategy.class, new FakeStrategy("same"), identity("door"));
    assertThat(gate.of(Oracle.class)).hasSize(1);
    assertThat(gate.of(DispatchStrategy.class)).hasSize(1);
    assertThat(gate.of(DeviceDriver.class)).isEmpty();
  }

  @Test
  void the_newer_of_two_with_one_id_is_in_use_and_the_older_takes_over_when_it_leaves() {
    Membership old = admit("a", "1.9.0", 0);
    Membership fresh = admit("a", "1.10.0", 0);
    assertThat(inUse()).containsExactly("a@1.10.0");
    assertThat(states(gate)).containsExactly(State.RESERVE, State.IN_USE);
    fresh.close();
    assertThat(inUse()).containsExactly("a@1.9.0");
    assertThat(states(gate)).containsExactly(State.IN_USE);
    old.close();
    assertThat(inUse()).isEmpty();
  }

  @Test
  void a_higher_ranking_goes_before_a_newer_version() {
    admit("a", "2.0.0", 0);
    admit("a", "1.0.0", 10);
    assertThat(inUse()).containsExactly("a@1.0.0");
  }

  @Test
  void of_equals_the_first_to_come_stays() {
    Guarded<Oracle> first = GateFixture.admit(gate, "a", Oracle.good());
    admit("a", "1.0.0", 0);
    assertThat(gate.of(Oracle.class)).containsExactly(first);
  }

  @Test
  void a_reserve_that_leaves_changes_nothing() {
    Membership old = admit("a", "1.0.0", 0);
    admit("a", "2.0.0", 0);
    old.close();
    assertThat(inUse()).containsExactly("a@2.0.0");
  }

  @Test
  void a_list_once_read_does_not_change() {
    List<Guarded<Oracle>> before = gate.of(Oracle.class);
    admit("a", "1.0.0", 0);
    assertThat(before).isEmpty();
    assertThat(gate.of(Oracle.class)).hasSize(1);
  }

  @Test
  void an_id_nobody_could_name_is_refused() {
    Membership stay =
        gate.admit(DispatchStrategy.class, new FakeStrategy("a b"), identity("org.acme"));
    assertThat(stay.verdict())
        .isEqualTo(new Verdict.Refused(List.of(Text.of("plugin.id-invalid", "a b"))));
    assertThat(gate.of(DispatchStrategy.class)).isEmpty();
  }

  @Test
  void a_plug_in_without_an_id_is_refused_under_the_name_of_its_door() {
    Membership stay = gate.admit(DispatchStrategy.class, new FakeStrategy(""), identity("acme"));
    assertThat(stay.verdict()).isInstanceOf(Verdict.Refused.class);
    assertThat(stay.identity()).isEqualTo(identity("acme"));
  }

  @Test
  void one_that_throws_while_it_introduces_itself_is_refused_and_its_neighbour_is_not() {
    Membership evil =
        gate.admit(
            DeviceDriver.class,
            introduced(
                () -> {
                  throw new NoClassDefFoundError("org/gone/Away");
                }),
            identity("evil"));
    Membership good =
        gate.admit(DeviceDriver.class, new FakeDriver("good", () -> {}), identity("door"));
    assertThat(evil.verdict())
        .isEqualTo(
            new Verdict.Refused(
                List.of(
                    Text.of(
                        "plugin.introduction-broke",
                        "java.lang.NoClassDefFoundError: org/gone/Away"))));
    assertThat(good.verdict()).isEqualTo(new Verdict.Admitted());
    assertThat(gate.of(DeviceDriver.class)).hasSize(1);
  }

  @Test
  void one_that_never_ends_its_introduction_is_refused() {
    PluginGate hasty = new PluginGate(new GateLimits(Map.of(), LONG, SHORT, LONG, 4));
    var never = waits.latch();
    Membership evil =
        hasty.admit(DeviceDriver.class, introduced(() -> Waits.block(never)), identity("evil"));
    assertThat(evil.verdict())
        .isEqualTo(new Verdict.Refused(List.of(Text.of("plugin.introduction-overran", "0"))));
    assertThat(status(hasty, "evil").hanging()).isEqualTo(1);
    evil.close();
    assertThat(states(hasty)).containsExactly(State.LEFT);
    never.countDown();
    Waits.until(() -> hasty.status().isEmpty());
  }

  @Test
  void one_that_was_refused_is_shown_with_the_reasons_until_its_door_takes_it_away() {
    Membership evil = gate.admit(DispatchStrategy.class, new FakeStrategy("a b"), identity("evil"));
    PluginStatus status = status(gate, "a b");
    assertThat(status.state()).isEqualTo(State.REFUSED);
    assertThat(status.kind()).isEqualTo("DispatchStrategy");
    assertThat(status.reasons()).containsExactly(Text.of("plugin.id-invalid", "a b"));
    evil.close();
    assertThat(gate.status()).isEmpty();
  }

  @Test
  void listeners_are_told_of_comers_and_leavers_after_the_change() {
    List<Integer> seen = new ArrayList<>();
    Registration registration = gate.onChange(() -> seen.add(gate.of(Oracle.class).size()));
    Membership one = admit("a", "1.0.0", 0);
    admit("b", "1.0.0", 0);
    one.close();
    registration.close();
    registration.close();
    admit("c", "1.0.0", 0);
    assertThat(seen).containsExactly(1, 2, 1);
  }

  @Test
  void a_listener_that_throws_keeps_nobody_from_hearing() {
    AtomicInteger heard = new AtomicInteger();
    gate.onChange(
        () -> {
          throw new IllegalStateException("deaf");
        });
    gate.onChange(heard::incrementAndGet);
    Membership stay = admit("a", "1.0.0", 0);
    assertThat(stay.verdict()).isEqualTo(new Verdict.Admitted());
    assertThat(heard).hasValue(1);
  }

  @Test
  void the_words_of_a_plug_in_are_read_when_it_comes_and_stay_when_it_leaves() {
    Text text = Text.of("wordy.greeting", "Chen");
    assertThat(gate.words().knows("wordy.greeting")).isFalse();
    try (Membership stay = gate.admit(UnaryOperator.class, new Wordy(), identity("wordy"))) {
      assertThat(stay.identity()).isEqualTo(identity("wordy"));
      assertThat(gate.words().render(text, Language.EN)).isEqualTo("Hello Chen");
    }
    assertThat(gate.words().render(text, Language.EN)).isEqualTo("Hello Chen");
    assertThat(gate.words().render(text, Language.ZH)).isEqualTo("你好，Chen");
  }

  @Test
  void the_gate_has_words_for_its_own_reasons() {
    assertThat(gate.words().render(Text.of("plugin.type-version", "urban.x", "0"), Language.EN))
        .isEqualTo("Case type \"urban.x\" has version 0; count from 1.");
    assertThat(gate.words().keys(Language.ZH)).isEqualTo(gate.words().keys(Language.EN));
  }

  private Membership admit(String id, String version, int ranking) {
    return gate.admit(Oracle.class, Oracle.good(), new PluginIdentity(id, version, ranking));
  }

  private Stream<String> inUse() {
    return gate.of(Oracle.class).stream().map(one -> one.identity().toString());
  }

  private static DeviceDriver introduced(Runnable introduction) {
    return new DeviceDriver() {
      @Override
      public DriverInfo info() {
        introduction.run();
        return new FakeDriver("evil", () -> {}).info();
      }

      @Override
      public Decoded decode(DeviceMessage message) {
        return new Decoded.NotMine();
      }
    };
  }

  private record FakeStrategy(String id) implements DispatchStrategy {
    @Override
    public Proposal propose(DispatchRequest request) {
      return new Proposal.Refer(Explanation.of(Text.of(id + ".unsure")));
    }
  }
}
