package org.zhili.sheets.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.zhili.sheets.Unreadable;
import org.zhili.sheets.Unreadable.Reason;

/**
 * The parts of a packed file, by their names in small letters. Lies in a file of its own until it
 * is closed: how large a part is may stand at the end of the pack alone.
 */
final class Pack implements AutoCloseable {
  private static final int MOST_PARTS = 1_000;

  /** Rows that are alike pack well; what packs better than that is made to. */
  private static final int MOST_RATIO = 250;

  private static final int SMALL = 4 << 20;
  private static final int CHUNK = 16_384;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> parts = new HashMap<>();

  private Pack(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Unpack all of it once, keeping nothing, to know that it has an end: how much it says it holds
   * is not believed.
   */
  static Pack of(byte[] packed, long bytes) throws Unreadable {
    Pack pack = opened(packed);
    try {
      pack.look(Math.min(bytes, Math.max(SMALL, (long) packed.length * MOST_RATIO)));
      return pack;
    } catch (IOException | IllegalArgumentException e) {
      pack.close();
      throw new Unreadable(Reason.BROKEN, e);
    } catch (Unreadable e) {
      pack.close();
      throw e;
    }
  }

  private static Pack opened(byte[] packed) throws Unreadable {
    try {
      Path file = Files.createTempFile("zhili-sheet", ".zip");
      try {
        return new Pack(file, new ZipFile(Files.write(file, packed).toFile()));
      } catch (IOException | IllegalArgumentException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable(Reason.BROKEN, e);
    }
  }

  private void look(long most) throws IOException, Unreadable {
    long unpacked = 0;
    byte[] chunk = new byte[CHUNK];
    for (ZipEntry part : Collections.list(zip.entries())) {
      if (parts.put(part.getName().toLowerCase(Locale.ROOT), part) != null) {
        throw new Unreadable(Reason.BROKEN);
      }
      try (InputStream open = zip.getInputStream(part)) {
        for (int read = open.read(chunk); read >= 0; read = open.read(chunk)) {
          unpacked += read;
          if (unpacked > most || parts.size() > MOST_PARTS) {
            throw new Unreadable(Reason.BOMB);
          }
        }
      }
    }
  }

  Set<String> names() {
    return parts.keySet();
  }

  /** What reads a part as long as it is open. */
  interface Reading {
    void of(InputStream part) throws IOException, Unreadable;
  }

  void read(String name, Reading reading) throws Unreadable {
    ZipEntry part = parts.get(name);
    if (part == null) {
      throw new Unreadable(Reason.NOT_A_SHEET);
    }
    try (InputStream open = zip.getInputStream(part)) {
      reading.of(open);
    } catch (IOException e) {
      throw new Unreadable(Reason.BROKEN, e);
    }
  }

  /** A small part, which must not be larger than such parts are. */
  byte[] small(String name) throws Unreadable {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    read(name, part -> all.write(part.readNBytes(SMALL + 1)));
    if (all.size() > SMALL) {
      throw new Unreadable(Reason.BOMB);
    }
    return all.toByteArray();
  }

  @Override
  public void close() throws Unreadable {
    try {
      zip.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Unreadable(Reason.BROKEN, e);
    }
  }
}
