package org.zhili.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.zhili.core.city.BrokerAccounts;

/** Where accounts for a broker of the city's are written, for their owner's eyes only. */
final class AccountFolder {
  private AccountFolder() {}

  /** Replace each file as a whole, so that a broker never reads half of one. */
  static void write(Path folder, List<BrokerAccounts.File> files) throws IOException {
    Files.createDirectories(folder);
    for (BrokerAccounts.File file : files) {
      Path half = Files.createTempFile(folder, file.name(), ".half"); // only its owner may read it
      try {
        Files.writeString(half, file.content());
        Path whole = folder.resolve(file.name());
        Files.move(
            half, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(half);
      }
    }
  }
}
