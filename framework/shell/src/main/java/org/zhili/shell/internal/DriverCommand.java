package org.zhili.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.Named;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.town.Town;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.id.DeviceId;

/** Lists drivers, tries one on a frame, and takes one out by hand. */
@Service
@Command(
    scope = "zhili",
    name = "driver",
    description =
        "设备驱动：list | test 驱动 十六进制|@文件 | isolate 驱动 | release 驱动 / drivers: list |"
            + " test ID HEX|@FILE | isolate ID | release ID")
public final class DriverCommand extends TownCommand {
  @Argument(index = 0, name = "verb", required = true, description = "list | test | …")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "milesight-em320-tilt")
  private @Nullable String id;

  @Argument(index = 2, name = "frame", description = "HEX | @FILE")
  private @Nullable String frame;

  @Option(name = "--device", description = "发送设备 / the device that sends it")
  private String device = "TEST-1";

  @Option(name = "--topic", description = "主题 / its topic")
  private @Nullable String topic;

  @Option(name = "--port", description = "LoRaWAN 端口 / its LoRaWAN port")
  private @Nullable String port;

  @Override
  void run(Town town) {
    if (verb.equals("list")) {
      town.gate().status().stream()
          .filter(status -> status.kind().equals(DeviceDriver.class.getSimpleName()))
          .forEach(this::row);
      return;
    }
    if (id == null) {
      say("driver.usage");
      return;
    }
    Named name = new Named(DeviceDriver.class.getSimpleName(), id);
    Optional<Guarded<DeviceDriver>> driver = town.gate().named(DeviceDriver.class, id);
    if (verb.equals("release") && (driver.isPresent() || isIsolated(town, name))) {
      release(town, name);
    } else if (driver.isEmpty()) {
      say("driver.unknown", id);
    } else if (verb.equals("test") && frame != null) {
      test(town, driver.get(), frame);
    } else if (verb.equals("isolate")) {
      town.isolation().isolate(name, user());
      say("driver.isolated", id);
    } else {
      say("driver.usage");
    }
  }

  private void release(Town town, Named name) {
    town.isolation().release(name, user());
    List<Circuit> out =
        town.gate().status().stream()
            .filter(status -> status.state() == PluginStatus.State.IN_USE)
            .filter(status -> new Named(status.kind(), status.plugin().id()).equals(name))
            .flatMap(status -> status.bulkhead().circuits().stream())
            .toList();
    if (town.gate().named(DeviceDriver.class, name.id()).isEmpty()) {
      say("driver.released-absent", name.id());
    } else if (out.isEmpty()) {
      say("driver.released", name.id());
    } else {
      say("driver.released-in-vain", name.id());
      out.forEach(this::row);
    }
  }

  private static boolean isIsolated(Town town, Named name) {
    return town.isolation().isolated().contains(name);
  }

  private void row(PluginStatus status) {
    say(
        "driver.row",
        status.plugin(),
        word(status.state()),
        word(status.bulkhead().state()),
        status.counts().given(),
        status.counts().broke(),
        status.counts().overran(),
        status.bulkhead().notAsked().values().stream().mapToLong(Long::longValue).sum(),
        micros(status),
        status.hanging());
    status.reasons().forEach(why -> say("driver.out-for-good", in(town().render(why))));
    status.bulkhead().circuits().forEach(this::row);
  }

  private void row(Circuit circuit) {
    String why = in(town().render(circuit.why()));
    Optional<Duration> retryIn = circuit.retryIn();
    if (retryIn.isEmpty()) {
      say("driver.out-for-good", why);
    } else if (retryIn.get().toSeconds() == 0) {
      say("driver.out-for-now", why);
    } else {
      say("driver.out", why, retryIn.get().toSeconds());
    }
  }

  private static long micros(PluginStatus status) {
    return status.bulkhead().latency().p99().toNanos() / 1000;
  }

  private void test(Town town, Guarded<DeviceDriver> driver, String given) {
    try {
      DeviceMessage message = message(town, payload(given));
      answered(driver, driver.askAside(asked -> asked.decode(message)));
    } catch (IOException e) {
      say("driver.no-file", given.substring(1));
    } catch (IllegalArgumentException e) {
      say("driver.no-message", String.valueOf(e.getMessage()));
    }
  }

  /** A file holds the bytes themselves. */
  private static Payload payload(String given) throws IOException {
    return given.startsWith("@")
        ? Payload.of(Files.readAllBytes(Path.of(given.substring(1))))
        : Payload.ofHex(given);
  }

  private DeviceMessage message(Town town, Payload payload) {
    DeviceId sender = new DeviceId(device);
    String tenant = town.books().rules().tenant();
    return new DeviceMessage(
        new Origin(
            topic == null ? "zhili/v1/" + tenant + "/" + device + "/up" : topic,
            Optional.of(sender),
            port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
            Optional.empty()),
        payload,
        town.clock().instant(),
        town.books().rules().zone());
  }

  private void answered(Guarded<DeviceDriver> driver, Answer<Decoded> answer) {
    if (answer instanceof Answer.Given<Decoded> given) {
      said(given.value());
    } else if (answer instanceof Answer.Broke<Decoded> broke) {
      say("driver.broke", broke.error());
    } else if (answer instanceof Answer.Overran<Decoded> overran) {
      say("driver.overran", overran.limit().toMillis());
    } else if (answer instanceof Answer.NotAsked<Decoded> spared) {
      say("driver.not-asked", driver.identity(), word(spared.why()));
    } else { // Answer is sealed; Withdrawn is the one that is left
      say("driver.unknown", driver.identity().id());
    }
  }

  private void said(Decoded decoded) {
    if (decoded instanceof Decoded.Readings read) {
      read.readings().forEach(this::reading);
      say("driver.readings", read.readings().size());
    } else if (decoded instanceof Decoded.Rejected rejected) {
      say("driver.rejected", rejected.reason());
    } else { // Decoded is sealed; NotMine is the one that is left
      say("driver.not-mine");
    }
  }

  private void reading(Reading reading) {
    say(
        "driver.reading",
        reading.device(),
        reading.metric(),
        reading.value(),
        reading.observedAt(),
        reading.timeSource());
  }
}
