package org.zhili.access.internal.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Role;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Makes the first accounts of a town that has none, each with a one-time password. The passwords
 * are written to a file that only the town's own user can read, and nowhere else.
 */
public final class FirstLogins {
  public static final String FILE = "first-logins.txt";
  private static final Logger LOG = LoggerFactory.getLogger(FirstLogins.class);
  private static final Words WORDS = Words.beside(FirstLogins.class);
  private static final List<Draft> FIRST =
      List.of(
          draft("admin", Role.ADMINISTRATOR),
          draft("operator", Role.OPERATOR),
          draft("supervisor", Role.SUPERVISOR));

  private final Database database;
  private final AccountBook accounts;
  private final Path file;

  public FirstLogins(Database database, AccountBook accounts, Path file) {
    this.database = database;
    this.accounts = accounts;
    this.file = file.toAbsolutePath();
  }

  private static Draft draft(String name, String role) {
    return new Draft(name, Set.of(role), Optional.empty(), Set.of());
  }

  /**
   * Make them, unless there is any account; tell where their passwords are.
   *
   * @throws UncheckedIOException when the file cannot be written; then no account was made either
   */
  public Optional<Path> make() {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    try {
      database.run(
          entities -> {
            List<Fresh> made = new ArrayList<>();
            FIRST.forEach(draft -> accounts.create(draft).ifPresent(made::add));
            write(made);
          });
    } catch (DatabaseFailure e) {
      discard();
      if (e.kind() == DatabaseFailure.Kind.CONFLICT) {
        LOG.info("Another node has made the first accounts");
        return Optional.empty();
      }
      throw e;
    }
    LOG.warn(
        "This town has no accounts yet. The one-time passwords of {} are in {}; log in, choose your"
            + " own, and delete the file.",
        FIRST.stream().map(Draft::name).toList(),
        file);
    return Optional.of(file);
  }

  private void write(List<Fresh> made) {
    List<String> lines = new ArrayList<>();
    for (Language language : Language.values()) {
      lines.add("# " + WORDS.render(Text.of("access.first-logins"), language));
    }
    made.forEach(fresh -> lines.add(fresh.account().name() + " " + fresh.password()));
    try {
      Path directory = Optional.ofNullable(file.getParent()).orElse(file.getRoot());
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, FILE, ".new", ownersOnly());
      Files.write(draft, lines, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the first logins cannot be written to " + file, e);
    }
  }

  /** What it says opens nothing. */
  private void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} holds passwords that open nothing; delete it", file, e);
    }
  }

  /** A temporary file is its owner's alone on every system; here that is said where it can be. */
  private static FileAttribute<?>[] ownersOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
