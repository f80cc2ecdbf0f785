package org.zhili.demo.city.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.city.Device;
import org.zhili.demo.city.ledger.Ledger;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.driver.city.json.CityJsonDriver;
import org.zhili.driver.milesight.Em320TiltDriver;
import org.zhili.driver.milesight.Em400UdlDriver;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;
import org.zhili.urban.UrbanModule;

/** What sensors send is decoded by the real drivers and judged by the real rules. */
class SensorTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00.25Z");
  private static final List<DeviceDriver> DRIVERS =
      List.of(new CityJsonDriver(), new Em320TiltDriver(), new Em400UdlDriver());

  private final UrbanModule rules = new UrbanModule();

  @Test
  void a_tilted_cover_says_what_the_mission_says() {
    Sensor sensor = sensor("MC-001", Kind.CITY_COVER);
    sensor.suffer(trouble(Kind.CITY_COVER, "tilted"));
    String json = sensor.report(NOW).payload().utf8().orElseThrow();
    assertThat(json)
        .startsWith(
            "{\"device_id\":\"MC-001\",\"type\":\"manhole_cover\",\"location\":\"中山路100号\","
                + "\"status\":\"tilted\",\"timestamp\":\"2026-03-02T08:30:00.250\"");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoever_is_well_gives_no_alarm(Kind kind) {
    Sensor sensor = sensor("D-1", kind);
    for (int i = 0; i < 200; i++) {
      Sensor.Report report = sensor.report(NOW);
      assertThat(report.abnormal()).isEmpty();
      assertThat(alarms(kind, report)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_trouble_is_the_alarm_the_ledger_writes_down(Kind kind) {
    for (Kind.Trouble trouble : kind.troubles()) {
      Sensor sensor = sensor("D-1", kind);
      sensor.suffer(trouble);
      for (int i = 0; i < 50; i++) {
        Sensor.Report report = sensor.report(NOW);
        Ledger.Key owed = new Ledger.Key("D-1", trouble.metric(), trouble.condition());
        assertThat(report.abnormal()).contains(owed);
        assertThat(alarms(kind, report)).contains(owed);
      }
    }
  }

  @Test
  void only_what_was_wrong_can_be_repaired() {
    Sensor sensor = sensor("D-1", Kind.CITY_COVER);
    assertThat(sensor.repair("tilted", NOW)).isFalse();
    sensor.suffer(trouble(Kind.CITY_COVER, "missing"));
    assertThat(sensor.repair("tilted", NOW)).isFalse();
    assertThat(sensor.isWell()).isFalse();
    assertThat(sensor.repair("missing", NOW)).isTrue();
    assertThat(sensor.isWellSince(NOW)).isTrue();
    assertThat(sensor.isWellSince(NOW.minusSeconds(1))).isFalse();
  }

  @Test
  void the_frame_by_which_a_bin_raises_its_own_thresholds_is_an_alarm_of_both() {
    Payload frame = Payload.ofHex("8367E800018482410601");
    assertThat(alarms(Kind.DISTANCE_BIN, frame, Map.of()))
        .containsExactlyInAnyOrder(
            new Ledger.Key("D-1", "bin.distance.alarm", "fill-alarm"),
            new Ledger.Key("D-1", "temperature.alarm", "temperature-alarm"));
  }

  @Test
  void the_frame_of_a_cover_whose_threshold_is_crossed_is_one_alarm() {
    Payload frame = Payload.ofHex("01756403D4000001005046");
    assertThat(alarms(Kind.TILT_COVER, frame, Map.of("cover.tilt", "15")))
        .containsExactly(new Ledger.Key("D-1", "cover.moved", "tilted"));
  }

  @Test
  void a_cover_on_its_side_is_tilted_by_its_angle_where_the_town_knows_a_bound() {
    Payload frame = Payload.ofHex("03D4B0B9FEFF0A00"); // -90 degrees, no threshold crossed
    assertThat(alarms(Kind.TILT_COVER, frame, Map.of("cover.tilt", "15")))
        .containsExactly(new Ledger.Key("D-1", "cover.tilt.x", "tilted"));
    assertThat(alarms(Kind.TILT_COVER, frame, Map.of())).isEmpty();
  }

  private static Sensor sensor(String id, Kind kind) {
    return new Sensor(id, kind, "中山路100号", new Random(7));
  }

  private static Kind.Trouble trouble(Kind kind, String condition) {
    Predicate<Kind.Trouble> wanted = trouble -> trouble.condition().equals(condition);
    return kind.troubles().stream().filter(wanted).findFirst().orElseThrow();
  }

  private Set<Ledger.Key> alarms(Kind kind, Sensor.Report report) {
    return alarms(kind, report.payload(), Map.of("bin.depth", Integer.toString(Sensor.BIN_DEPTH)));
  }

  private Set<Ledger.Key> alarms(Kind kind, Payload payload, Map<String, String> settings) {
    DeviceId id = new DeviceId("D-1");
    Origin origin =
        new Origin("zhili/v1/demo/D-1/up", Optional.of(id), OptionalInt.empty(), Optional.empty());
    DeviceMessage message = new DeviceMessage(origin, payload, NOW, ZoneId.of("Asia/Shanghai"));
    DeviceDriver driver =
        DRIVERS.stream().filter(d -> d.info().id().equals(kind.driver())).findFirst().orElseThrow();
    Decoded decoded = driver.decode(message);
    assertThat(decoded).isInstanceOf(Decoded.Readings.class);
    Device device =
        new Device(
            id,
            kind.type(),
            kind.driver(),
            new AreaId("a"),
            "中山路100号",
            Optional.empty(),
            Optional.empty(),
            settings);
    Set<Ledger.Key> found = new HashSet<>();
    ((Decoded.Readings) decoded).readings().forEach(reading -> judge(device, reading, found));
    return found;
  }

  private void judge(Device device, Reading reading, Set<Ledger.Key> found) {
    Observation seen = new Observation(reading, Optional.empty(), device, Optional.empty());
    for (Contribution contribution : rules.contributions()) {
      if (contribution instanceof Contribution.Alarm alarm
          && alarm.deviceTypes().contains(device.type())
          && alarm.metrics().contains(reading.metric())
          && alarm.rule().judge(seen) instanceof Judgment.Abnormal abnormal) {
        found.add(new Ledger.Key("D-1", reading.metric(), abnormal.condition()));
      }
    }
  }
}
