package org.zhili.access.internal.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Role;
import org.zhili.data.Database;
import org.zhili.resources.security.Audit;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Lets a city in again that has forgotten its administrators' passwords: who puts an empty file
 * {@code reset-administrator} into the town's data folder finds, after the next start, another
 * security administrator of the whole city, who gives the others new ones, and its one-time
 * password among the first logins, and the file gone. Accounts that are there stay as they are.
 *
 * <p>The file is deleted before the work, so that one that cannot be deleted does not make another
 * administrator at each start. A file of the town's own asks in its place until the work is done,
 * so that a town killed in between is asked again; then there may be one administrator more.
 *
 * <p>It asks for no more than the right to write into that folder: whoever has it has the database,
 * and so the town, anyway.
 */
public final class WayBack {
  /** The file that asks for it. */
  public static final String MARKER = "reset-administrator";

  private static final String TAKEN = MARKER + ".taken";

  private static final Logger LOG = LoggerFactory.getLogger(WayBack.class);
  private static final Words WORDS = Words.beside(WayBack.class);
  private static final String MADE = "ZL-3121";
  private static final String FAILED = "ZL-3122";
  private static final String STAYS = "ZL-3123";

  private final SpareLogins spare;
  private final LoginsFile file;
  private final Path marker;
  private final Path taken;

  public WayBack(Database database, AccountBook accounts, LoginsFile file, Path marker) {
    this.spare = new SpareLogins(database, accounts, file);
    this.file = file;
    this.marker = marker;
    this.taken = marker.resolveSibling(TAKEN);
  }

  /**
   * Make the administrator when it is asked for, and tell its name. When that fails the log says
   * so, the town opens as it is, and the next start tries again.
   */
  public Optional<String> open() {
    try {
      return isAsked() ? Optional.of(made()) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      Path asking = Files.exists(taken) ? taken : marker;
      complain(FAILED, "access.no-way-back", asking, e);
      return Optional.empty();
    }
  }

  private boolean isAsked() throws IOException {
    if (Files.exists(taken)) {
      Files.move(taken, marker, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(marker)) {
      return false;
    }
    Files.createFile(taken);
    if (delete(marker)) {
      return true;
    }
    Files.delete(taken);
    return false;
  }

  private static boolean delete(Path file) {
    try {
      Files.delete(file);
      return true;
    } catch (IOException e) {
      complain(STAYS, "access.marker-stays", file, e);
      return false;
    }
  }

  private static void complain(String code, String key, Path file, Exception cause) {
    Wording words = WORDS.render(Text.of(key, file.toString()));
    LOG.error("{} {} / {}", code, words.zh(), words.en(), cause);
  }

  private String made() {
    String name = spare.make(() -> List.of(Role.SECURITY_ADMINISTRATOR)).get(0);
    Audit.note(Role.SYSTEM, "account.made", name, MARKER);
    Wording words = WORDS.render(Text.of("access.way-back", name, file.path().toString()));
    LOG.warn("{} {} / {}", MADE, words.zh(), words.en());
    delete(taken);
    return name;
  }
}
