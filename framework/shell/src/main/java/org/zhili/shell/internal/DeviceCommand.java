package org.zhili.shell.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.city.Device;
import org.zhili.core.city.BrokerAccounts;
import org.zhili.core.city.BrokerKind;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceAccounts;
import org.zhili.id.DeviceId;

/** Lists devices, shows one, and gives or takes what it logs in with. */
@Service
@Command(
    scope = "zhili",
    name = "device",
    description =
        "设备：list [起始编号] | show | credential | revoke 编号 | acl mosquitto|emqx [目录] / devices:"
            + " list [AFTER] | show | credential | revoke ID | acl mosquitto|emqx [FOLDER]")
public final class DeviceCommand extends TownCommand {
  private static final int PAGE = 100;

  @Argument(index = 0, name = "verb", required = true, description = "list | show | …")
  private String verb = "";

  @Argument(index = 1, name = "id", description = "MC-001")
  private @Nullable String id;

  @Argument(index = 2, name = "folder", description = "data/mosquitto")
  private @Nullable String folder;

  @Override
  void run(Town town) {
    if (verb.equals("acl")) {
      accounts(town.access());
      return;
    }
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

  private void accounts(DeviceAccess access) {
    Optional<BrokerKind> kind = Stream.of(BrokerKind.values()).filter(this::isNamed).findFirst();
    if (kind.isEmpty()) {
      say("device.usage");
      return;
    }
    if (!access.hasNode()) {
      DeviceAccounts.Credentials node = access.issueNode();
      say("device.node", node.username(), node.password());
    }
    Path into = Path.of(folder == null ? "data/" + id : folder);
    BrokerAccounts accounts = access.accountsFor(kind.get());
    try {
      AccountFolder.write(into, accounts.files());
    } catch (IOException e) {
      say("device.acl-failed", into.toAbsolutePath(), e);
      return;
    }
    say("device.acl-written", into.toAbsolutePath());
    say("device.acl-" + id);
    if (!accounts.leftOut().isEmpty()) {
      say("device.acl-left-out", String.join(", ", accounts.leftOut()));
    }
  }

  private boolean isNamed(BrokerKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).equals(id);
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
