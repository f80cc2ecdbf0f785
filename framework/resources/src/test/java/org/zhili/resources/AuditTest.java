package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Role;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.DeviceBody;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.city.GatewayResource;
import org.zhili.resources.internal.scores.PeriodBody;
import org.zhili.resources.internal.scores.ScoreResource;
import org.zhili.resources.internal.shelf.ShelfResource;
import org.zhili.resources.security.Audit;

/** The lines that tell who changed what of the town's books. */
class AuditTest {
  private final TestTown town = new TestTown();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream before = System.err;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(before);
    town.close();
  }

  @Test
  void who_changed_an_owner_is_written_with_the_owner_before() {
    AssetResource assets = town.resource(AssetResource.class);
    assets.register("A-east", Bodies.cover("municipal-works"), "*", null, LoggedIn.ADMINISTRATOR);
    assets.register("A-new", Bodies.cover("telecom"), null, null, LoggedIn.ADMINISTRATOR);
    assertThat(lines())
        .containsExactly(
            "by=\"ada\" action=asset.changed subject=\"A-east\""
                + " detail=\"owner=municipal-works before=telecom\"",
            "by=\"ada\" action=asset.registered subject=\"A-new\""
                + " detail=\"owner=telecom before=-\"");
  }

  @Test
  void who_registered_a_device_and_issued_or_took_back_its_credential_is_written_without_it() {
    DeviceResource devices = town.resource(DeviceResource.class);
    GatewayResource gateways = town.resource(GatewayResource.class);
    devices.register("MC-new", device(), null, null, LoggedIn.ADMINISTRATOR);
    devices.issue("MC-new", LoggedIn.ADMINISTRATOR);
    devices.revoke("MC-new", LoggedIn.ADMINISTRATOR);
    gateways.issue("GW-1", List.of(), LoggedIn.ADMINISTRATOR);
    gateways.revoke("GW-1", LoggedIn.ADMINISTRATOR);
    assertThat(lines())
        .containsExactly(
            "by=\"ada\" action=device.registered subject=\"MC-new\"",
            "by=\"ada\" action=credential.issued subject=\"MC-new\"",
            "by=\"ada\" action=credential.revoked subject=\"MC-new\"",
            "by=\"ada\" action=gateway.credential.issued subject=\"GW-1\"",
            "by=\"ada\" action=gateway.credential.revoked subject=\"GW-1\"");
  }

  @Test
  void who_took_a_devices_name_in_a_network_or_tried_to_is_written() {
    DeviceResource devices = town.resource(DeviceResource.class);
    devices.register("MC-a", behind("east"), null, null, LoggedIn.ADMINISTRATOR);
    LoggedIn west = LoggedIn.ADMINISTRATOR.in("west");
    refused(() -> devices.register("MC-b", behind("west"), null, null, west));
    devices.register("MC-b", behind("west"), null, null, LoggedIn.ADMINISTRATOR);
    assertThat(lines())
        .containsExactly(
            "by=\"ada\" action=device.registered subject=\"MC-a\"",
            "by=\"ada\" action=device.refused subject=\"MC-b\" detail=\"network=lora:1\"",
            "by=\"ada\" action=device.registered subject=\"MC-b\""
                + " detail=\"network=lora:1 before=MC-a\"");
  }

  private static DeviceBody behind(String area) {
    return new DeviceBody(
        "manhole_cover",
        "some-driver",
        area,
        "x",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.of("lora:1"));
  }

  @Test
  void who_graded_is_written_with_the_period() {
    town.resource(ScoreResource.class)
        .run(
            new PeriodBody(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
            LoggedIn.SUPERVISOR);
    assertThat(lines())
        .containsExactly("by=\"sun\" action=scores.graded subject=\"2026-11-01 to 2026-11-30\"");
  }

  @Test
  void who_changed_the_plug_ins_is_written_with_what_came_of_it() throws Exception {
    ShelfResource shelf = town.resource(ShelfResource.class);
    byte[] sound = SampleShelf.SOUND.getBytes(StandardCharsets.UTF_8);
    shelf.install("bin.jar", new ByteArrayInputStream(sound), LoggedIn.ADMINISTRATOR);
    shelf.remove("trash-bin", LoggedIn.ADMINISTRATOR);
    refused(409, "ZL-3063", () -> shelf.rollback("trash-bin", LoggedIn.ADMINISTRATOR));
    assertThat(lines())
        .containsExactly(
            "by=\"ada\" action=plug-in.installed subject=\"bin.jar\" detail=\"Put in bin.jar.\"",
            "by=\"ada\" action=plug-in.removed subject=\"com.acme.trash-bin\""
                + " detail=\"Took out trash-bin.\"");
  }

  @Test
  void what_was_refused_was_not_done_and_is_not_written() {
    AssetResource assets = town.resource(AssetResource.class);
    refused(
        428,
        "ZL-3033",
        () ->
            assets.register("A-east", Bodies.cover("telecom"), null, null, LoggedIn.ADMINISTRATOR));
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_line_stays_one_line_whatever_somebody_is_called() {
    LoggedIn sly = LoggedIn.as("eve\n by=\"ada\"\u202e", Role.ADMINISTRATOR);
    Audit.note(sly.viewer().orElseThrow(), "x", "s".repeat(300));
    assertThat(lines())
        .containsExactly("by=\"eve? by=?ada??\" action=x subject=\"" + "s".repeat(200) + "\"");
  }

  private List<String> lines() {
    String mark = Audit.NAME + " - ";
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .toList();
  }

  private static DeviceBody device() {
    return new DeviceBody(
        "manhole_cover",
        "some-driver",
        "east",
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
