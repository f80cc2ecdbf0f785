package org.zhili.resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfTrust;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.text.Wording;

/** A shelf with one plug-in that always stays, and takes every file that says {@link #SOUND}. */
public final class SampleShelf implements PluginShelf {
  /** The content of a file it takes. */
  public static final String SOUND = "a sound plug-in";

  /** The plug-in. */
  public static final String NAME = "com.acme.trash-bin";

  /** Where the file lay that was last to be put in. */
  private volatile Optional<Path> last = Optional.empty();

  public Optional<Path> last() {
    return last;
  }

  @Override
  public Outcome install(Path source) {
    return install(source, source.toString());
  }

  @Override
  public Outcome install(Path source, String called) {
    last = Optional.of(source);
    boolean sound = content(source).equals(SOUND);
    return sound
        ? done("装入 " + called + "。", "Put in " + called + ".")
        : new Outcome.Refused(
            List.of(
                new Wording(called + " 不完整；请重新复制。", called + " is not whole; copy it again."),
                new Wording("缺少一个包；请补上。", "A package is missing; add it.")));
  }

  private static String content(Path source) {
    try {
      return Files.readString(source, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Outcome update(Path source) {
    return install(source);
  }

  @Override
  public Outcome remove(String name) {
    return done("移除 " + name + "。", "Took out " + name + ".");
  }

  @Override
  public Outcome rollback(String name) {
    return new Outcome.Refused(List.of(new Wording(name + " 没有上一版本。", name + " has no before.")));
  }

  private static Outcome done(String zh, String en) {
    return new Outcome.Done(List.of(new Wording(zh, en)));
  }

  @Override
  public ShelfTrust trust() {
    return new ShelfTrust(SignatureCheck.Policy.WARN, List.of(), List.of());
  }

  @Override
  public List<ShelfEntry> list() {
    return List.of(
        new ShelfEntry(
            NAME,
            "1.1.0",
            ShelfEntry.State.IN_USE,
            List.of("bin-v2"),
            List.of(new Wording("它带来驱动 bin-v2。", "It brings driver bin-v2.")),
            "/media/usb/trash-bin-1.1.jar",
            TestTown.START,
            Optional.of("1.0.0")));
  }
}
