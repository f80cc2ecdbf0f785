package org.zhili.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.inbox.Stranger;
import org.zhili.core.ingest.Quarantine;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceAccounts;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;

/** Lists devices, shows one, and gives or takes what it logs in with. */
@Service
@Command(
    scope = "zhili",
    name = "device",
    description =
        "设备：list [起始编号] | show | credential | revoke 编号 | password 编号 [站点密码]；"
            + "待登记设备：inbox | approve | dismiss 名称；外部消息服务：acl mosquitto|emqx [目录] / devices:"
            + " list [AFTER] | show | credential | revoke ID | password ID [PASSWORD]; unknown ones:"
            + " inbox | approve | dismiss NAME; a broker of your own: acl mosquitto|emqx [FOLDER]")
public final class DeviceCommand extends TownCommand {
  private static final int PAGE = 100;
  private static final String CONSOLE = "console";

  @Argument(index = 0, name = "verb", required = true, description = "list | show | …")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "MC-001")
  private @Nullable String id;

  @Argument(index = 2, name = "value", description = "data/mosquitto | 123456")
  private @Nullable String value;

  @Option(name = "--as", description = "登记后的设备编号 / the id it is registered by")
  private String as = "";

  @Option(name = "--type", description = "manhole_cover")
  private String type = "";

  @Option(name = "--driver", description = "city-json")
  private String driver = "";

  @Option(name = "--area", description = "990001001001001")
  private String area = "";

  @Option(name = "--asset", description = "9900010199000001")
  private String asset = "";

  @Option(name = "--address", description = "中山路100号")
  private String address = "";

  @Override
  void run(Town town) {
    switch (verb) {
      case "list" ->
          town.devices()
              .devices(Optional.ofNullable(id).flatMap(DeviceCommand::named), PAGE)
              .forEach(this::row);
      case "inbox" ->
          town.inbox()
              .waiting(Optional.ofNullable(id), PAGE)
              .forEach(stranger -> row(town, stranger));
      case "acl" -> new AccountExport(this).run(town.access(), id, value);
      case "approve", "dismiss" -> stranger(town);
      default -> registered(town);
    }
  }

  private void registered(Town town) {
    Optional<DeviceId> named = Optional.ofNullable(id).flatMap(DeviceCommand::named);
    Optional<Device> device = named.flatMap(town.devices()::find);
    if (id == null) {
      say("device.usage");
      return;
    }
    if (device.isEmpty()) {
      say("device.unknown", id);
      return;
    }
    switch (verb) {
      case "show" -> row(device.get());
      case "credential" -> credential(town, device.get().id());
      case "revoke" ->
          say(
              town.access().revoke(device.get().id().value())
                  ? "device.revoked"
                  : "device.no-credential",
              device.get().id());
      case "password" -> password(town, device.get().id());
      default -> say("device.usage");
    }
  }

  /** No device has an id that is not well-formed. */
  private static Optional<DeviceId> named(String text) {
    try {
      return Optional.of(new DeviceId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void row(Device device) {
    say(
        "device.row",
        device.id(),
        device.type(),
        device.driver(),
        device.address(),
        device.asset().map(Object::toString).orElse("-"));
  }

  private void row(Town town, Stranger stranger) {
    List<String> drivers = town.inbox().drivers(stranger);
    say(
        "device.stranger",
        stranger.name(),
        stranger.topic(),
        stranger.messages(),
        stranger.firstSeen(),
        stranger.lastSeen(),
        drivers.isEmpty() ? "-" : String.join(", ", drivers));
    town.inbox()
        .tie(stranger, drivers)
        .ifPresent(tie -> say("driver.out-for-good", in(town.render(tie))));
  }

  private void stranger(Town town) {
    Optional<Stranger> stranger = Optional.ofNullable(id).flatMap(town.inbox()::find);
    if (id == null) {
      say("device.usage");
    } else if (stranger.isEmpty()) {
      say("device.no-stranger", id);
    } else if (verb.equals("dismiss")) {
      town.inbox().dismiss(stranger.get(), CONSOLE);
      say("device.dismissed", id);
    } else {
      approve(town, stranger.get());
    }
  }

  private void approve(Town town, Stranger stranger) {
    Optional<Device> device = device(town, stranger);
    if (device.filter(named -> named.id().isReserved()).isPresent()) {
      say("device.reserved", device.get().id());
      return;
    }
    if (device.isEmpty()) {
      say("device.approve-usage");
      return;
    }
    Optional<Quarantine.Replayed> replayed = town.inbox().approve(stranger, device.get());
    if (replayed.isEmpty()) {
      say("device.taken", device.get().id());
    } else {
      say(
          "device.approved",
          device.get().id(),
          replayed.get().stored(),
          replayed.get().kept(),
          replayed.get().gone());
    }
  }

  /** What the options say it becomes; nothing when they do not fit the city's books. */
  private Optional<Device> device(Town town, Stranger stranger) {
    try {
      DeviceId named = as.isEmpty() ? stranger.suggestedId() : new DeviceId(as);
      AreaId place = new AreaId(area);
      Optional<AssetId> on = Optional.of(asset).filter(code -> !code.isEmpty()).map(AssetId::new);
      boolean known =
          town.books().areas().stream().anyMatch(one -> one.id().equals(place))
              && on.filter(code -> town.books().asset(code).isEmpty()).isEmpty()
              && (stranger.network().isPresent() || named.equals(stranger.suggestedId()));
      return type.isBlank() || driver.isBlank() || !known
          ? Optional.empty()
          : Optional.of(
              new Device(
                  named,
                  type,
                  driver,
                  place,
                  address,
                  Optional.empty(),
                  on,
                  Map.of(),
                  stranger.network()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Say what password a station has to send with its frames; none: it needs none any more. */
  private void password(Town town, DeviceId device) {
    if (value == null) {
      town.access().forgetStationPassword(device);
      say("device.no-password", device);
    } else {
      town.access().stationPassword(device, value);
      say("device.password", device);
    }
  }

  private void credential(Town town, DeviceId device) {
    if (device.isReserved()) {
      say("device.reserved", device);
      return;
    }
    DeviceAccounts.Credentials credentials = town.access().issue(device);
    say("device.credential", credentials.username(), credentials.password());
  }
}
