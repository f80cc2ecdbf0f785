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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** The file that one-time passwords are written to; only the town's own user can read it. */
public final class LoginsFile {
  public static final String NAME = "first-logins.txt";
  private static final Logger LOG = LoggerFactory.getLogger(LoginsFile.class);
  private static final Words WORDS = Words.beside(LoginsFile.class);

  private final Path path;

  public LoginsFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  public Path path() {
    return path;
  }

  /**
   * Write these logins, and nothing of what the file said before.
   *
   * @throws UncheckedIOException when it cannot be written; the file is as it was
   */
  void write(List<Fresh> made) {
    List<String> lines = new ArrayList<>();
    for (Language language : Language.values()) {
      lines.add("# " + WORDS.render(Text.of("access.first-logins"), language));
    }
    made.forEach(fresh -> lines.add(line(fresh)));
    replace(lines);
  }

  /**
   * Add a login to those that nobody has used yet.
   *
   * @throws UncheckedIOException when it cannot be read or written; the file is as it was
   */
  void add(Fresh made) {
    List<String> lines = new ArrayList<>(read());
    if (lines.isEmpty()) {
      write(List.of(made));
      return;
    }
    lines.removeIf(line -> line.startsWith(made.account().name() + " "));
    lines.add(line(made));
    replace(lines);
  }

  /** What it says; nothing when it is not there. */
  List<String> read() {
    try {
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** Let it say again what it said before. */
  void restore(List<String> before) {
    if (before.isEmpty()) {
      discard();
    } else {
      replace(before);
    }
  }

  private static String line(Fresh fresh) {
    return fresh.account().name() + " " + fresh.password();
  }

  private void replace(List<String> lines) {
    try {
      Path directory = Optional.ofNullable(path.getParent()).orElse(path.getRoot());
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, NAME, ".new", ownersOnly());
      Files.write(draft, lines, StandardCharsets.UTF_8);
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("one-time passwords cannot be written to " + path, e);
    }
  }

  /** What it says opens nothing. */
  void discard() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} holds passwords that open nothing; delete it", path, e);
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
