package org.zhili.shell.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhili.core.city.BrokerAccounts;
import org.zhili.core.city.BrokerKind;
import org.zhili.core.city.DeviceAccess;
import org.zhili.device.DeviceAccounts;

/** Writes what a broker of the city's needs to let in those whom the town lets in. */
final class AccountExport {
  private final TownCommand console;

  AccountExport(TownCommand console) {
    this.console = console;
  }

  /**
   * Write the files and say what to do with them.
   *
   * @param broker name of a kind of broker
   * @param folder where to; a folder below {@code data} unless somebody says otherwise
   */
  void run(DeviceAccess access, @Nullable String broker, @Nullable String folder) {
    Optional<BrokerKind> kind =
        Stream.of(BrokerKind.values()).filter(known -> name(known).equals(broker)).findFirst();
    if (kind.isEmpty()) {
      console.say("device.usage");
      return;
    }
    if (!access.hasNode()) {
      DeviceAccounts.Credentials node = access.issueNode();
      console.say("device.node", node.username(), node.password());
    }
    String name = name(kind.get());
    write(access.accountsFor(kind.get()), name, Path.of(folder == null ? "data/" + name : folder));
  }

  private static String name(BrokerKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void write(BrokerAccounts accounts, String broker, Path folder) {
    try {
      AccountFolder.write(folder, accounts.files());
    } catch (IOException e) {
      console.say("device.acl-failed", folder.toAbsolutePath(), e);
      return;
    }
    console.say("device.acl-written", folder.toAbsolutePath());
    console.say("device.acl-" + broker);
    if (!accounts.leftOut().isEmpty()) {
      console.say("device.acl-left-out", String.join(", ", accounts.leftOut()));
    }
  }
}
