package org.zhili.shell.internal;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceAccounts;
import org.zhili.id.DeviceId;

/** Lists devices, shows one, and gives or takes what it logs in with. */
@Service
@Command(
    scope = "zhili",
    name = "device",
    description =
        "设备：list [起始编号] | show | credential | revoke 编号 / devices: list [AFTER] | show |"
            + " credential | revoke ID")
public final class DeviceCommand extends TownCommand {
  private static final int PAGE = 100;

  @Argument(index = 0, name = "verb", required = true, description = "list | show | …")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "MC-001")
  private @Nullable String id;

  @Override
  void run(Town town) {
    Optional<DeviceId> named = Optional.ofNullable(id).flatMap(DeviceCommand::named);
    if (verb.equals("list")) {
      town.devices().devices(named, PAGE).forEach(this::row);
      return;
    }
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

  private void credential(Town town, DeviceId device) {
    DeviceAccounts.Credentials credentials = town.access().issue(device);
    say("device.credential", credentials.username(), credentials.password());
  }
}
