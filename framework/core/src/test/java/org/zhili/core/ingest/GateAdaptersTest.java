package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.alert.Severity;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

class GateAdaptersTest {
  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final ModuleBook modules = new ModuleBook(gate);
  private final Decoders decoders = new GateDecoders(gate);
  private final Judges judges = new GateJudges(modules);

  @AfterEach
  void leave() {
    modules.close();
    gate.close();
  }

  @Test
  void a_driver_at_the_gate_is_a_decoder() {
    assertThat(decoders.present()).isEmpty();
    admit(new HexDriver("hex"), "1.0.0");

    Decoder decoder = decoders.present().get(0);
    assertThat(decoder.card().id()).isEqualTo("hex");
    assertThat(decoder.card().wants("zhili/v1/demo/MC-001/up")).isTrue();
    assertThat(decoder.card().wants("elsewhere")).isFalse();
    assertThat(decoder.card().declares("size")).isTrue();
    assertThat(decoder.card().declares("weight")).isFalse();
    assertThat(decoder.identity()).isEqualTo("hex@1.0.0");
    assertThat(decoders.present()).containsExactly(decoder);
  }

  @Test
  void replies_come_in_the_order_of_messages_and_a_broken_one_hurts_no_other() {
    admit(new HexDriver("hex"), "1.0.0");
    List<Reply<Decoded>> replies =
        decoders
            .present()
            .get(0)
            .decode(
                Decoder.Sender.REGISTERED, List.of(message("01"), message("ff"), message("0102")));

    assertThat(replies.get(0)).isEqualTo(new Reply.Given<>(new Decoded.Rejected("1 byte")));
    assertThat(replies.get(1)).isInstanceOf(Reply.None.class);
    assertThat(replies.get(1).toString())
        .contains("ingest.kept.broke")
        .contains("ff is not for me");
    assertThat(replies.get(2)).isEqualTo(new Reply.Given<>(new Decoded.NotMine()));
  }

  @Test
  void a_driver_that_has_left_gives_no_reply_and_its_successor_is_another() {
    Membership stay = admit(new HexDriver("hex"), "1.0.0");
    Decoder before = decoders.present().get(0);
    stay.close();
    assertThat(before.decode(Decoder.Sender.REGISTERED, List.of(message("01"))))
        .isEqualTo(List.of(new Reply.None<>(IngestWords.kept("left"))));
    assertThat(decoders.present()).isEmpty();

    admit(new HexDriver("hex"), "1.0.0");
    assertThat(decoders.present()).hasSize(1).doesNotContain(before);
  }

  @Test
  void an_alarm_of_a_module_is_a_judge() {
    admit(
        seen -> {
          if (seen.reading().value().equals(new Value.Measure(13))) {
            throw new IllegalStateException("unlucky");
          }
          return new Judgment.Normal();
        });
    Judge judge = judges.present().get(0);

    assertThat(judge.id()).isEqualTo("urban.cover");
    assertThat(judge.deviceTypes()).containsExactly("manhole_cover");
    assertThat(judge.metrics()).containsExactly("tilt");
    List<Reply<Judgment>> replies = judge.judge(List.of(seen(1), seen(13), seen(2)));
    assertThat(replies.get(0)).isEqualTo(new Reply.Given<>(new Judgment.Normal()));
    assertThat(replies.get(1).toString()).contains("unlucky");
    assertThat(replies.get(2)).isEqualTo(new Reply.Given<>(new Judgment.Normal()));
    assertThat(judges.silences())
        .extracting(Contribution.Silence::id)
        .containsExactly("urban.quiet");
  }

  @Test
  void a_module_that_left_has_no_judges() {
    Membership stay = admit(seen -> new Judgment.Normal());
    assertThat(judges.present()).hasSize(1);
    stay.close();

    assertThat(judges.present()).isEmpty();
    assertThat(judges.silences()).isEmpty();
  }

  private Membership admit(DeviceDriver driver, String version) {
    Membership stay =
        gate.admit(DeviceDriver.class, driver, new PluginIdentity(driver.info().id(), version, 0));
    assertThat(stay.verdict()).isInstanceOf(Membership.Verdict.Admitted.class);
    return stay;
  }

  private Membership admit(AlarmRule rule) {
    Membership stay =
        gate.admit(
            GovernanceModule.class, new CoverModule(rule), new PluginIdentity("urban", "1", 0));
    assertThat(stay.verdict()).isEqualTo(new Membership.Verdict.Admitted());
    return stay;
  }

  private static DeviceMessage message(String hex) {
    return new DeviceMessage(
        Origin.of("zhili/v1/demo/MC-001/up", COVER), Payload.ofHex(hex), NOW, ZoneOffset.UTC);
  }

  private static Observation seen(double tilt) {
    IngestTown town = new IngestTown();
    return new Observation(
        new Reading(COVER, "tilt", new Value.Measure(tilt), NOW, TimeSource.DEVICE),
        Optional.empty(),
        town.find(COVER).orElseThrow(),
        Optional.empty());
  }

  /** Rejects one byte, breaks on ff, disowns the rest. */
  private record HexDriver(String id) implements DeviceDriver {
    @Override
    public DriverInfo info() {
      return new DriverInfo(id, "Hex", Set.of("zhili/v1/+/+/up"), Set.of(new Metric("size", "By")));
    }

    @Override
    public Decoded decode(DeviceMessage message) {
      if (message.payload().hex().equals("ff")) {
        throw new IllegalStateException("ff is not for me");
      }
      return message.payload().size() == 1 ? new Decoded.Rejected("1 byte") : new Decoded.NotMine();
    }
  }

  private record CoverModule(AlarmRule rule) implements GovernanceModule {
    @Override
    public ModuleInfo info() {
      return new ModuleInfo("urban", Text.of("urban.name"), Set.of());
    }

    @Override
    public List<Contribution> contributions() {
      return List.of(
          new Contribution.Alarm("urban.cover", Set.of("manhole_cover"), Set.of("tilt"), rule),
          new Contribution.Silence(
              "urban.quiet",
              Set.of("manhole_cover"),
              Duration.ofHours(1),
              Severity.MINOR,
              Text.of("urban.quiet")));
    }
  }
}
