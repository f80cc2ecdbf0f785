package org.zhili.core.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.zhili.core.plugin.VersionOrder;
import org.zhili.text.Text;

/**
 * What lies where somebody says there are plug-ins: in a jar, in a KAR (a zip with jars in it), or
 * in a folder such as a stick. Each jar is copied into a folder of ours first, by a name of our
 * own, and the copy is what is read, so that nobody changes it after it was judged; closing drops
 * that folder.
 *
 * <p>A folder may have an {@code index.csv} with the columns {@code file,sha256}: then those files
 * are meant, and no others, and each must be what the index says. Of several versions of one
 * plug-in the newest is meant.
 */
public final class JarSource implements AutoCloseable {
  private static final String INDEX = "index.csv";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final int MOST_JARS = 200;

  private final List<Found> jars = new ArrayList<>();
  private final List<Text> faults = new ArrayList<>();
  private final List<Path> copies = new ArrayList<>();
  private final String called;

  private JarSource(String called) {
    this.called = called;
  }

  /**
   * A jar that was found, and what it says of itself.
   *
   * @param file a copy of it, until the source is closed
   */
  public record Found(JarFacts facts, Path file) {}

  /**
   * Look what is there.
   *
   * @param called what people call the place
   */
  public static JarSource open(Path place, String called) {
    JarSource source = new JarSource(called);
    try {
      source.look(place);
    } catch (IOException | IllegalArgumentException e) {
      source.fault("not-whole", called, String.valueOf(e.getMessage()));
    }
    return source;
  }

  /** What was found: each plug-in once. */
  public List<Found> jars() {
    Map<String, Found> newest = new LinkedHashMap<>();
    Comparator<Found> order =
        Comparator.comparing(found -> found.facts().version(), new VersionOrder());
    for (Found found : jars) {
      newest.merge(found.facts().name(), found, (a, b) -> order.compare(b, a) > 0 ? b : a);
    }
    return List.copyOf(newest.values());
  }

  /** Why nothing of it can be used, a sentence each; empty when it can. */
  public List<Text> faults() {
    return List.copyOf(faults);
  }

  private void fault(String key, String... arguments) {
    faults.add(Text.of("shelf." + key, arguments));
  }

  private void look(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      folder(place);
    } else if (place.toString().endsWith(".kar")) {
      kar(place);
    } else if (Files.isRegularFile(place)) {
      take(place, nameOf(called));
    } else {
      fault("no-file", called);
    }
    if (jars.isEmpty() && faults.isEmpty()) {
      fault("no-jars", called);
    }
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void take(Path file, String name) throws IOException {
    if (Files.size(file) > JarContent.MOST_BYTES) {
      fault("too-large", name);
    } else {
      jar(copy(file), name);
    }
  }

  private Path copy(Path file) throws IOException {
    Path copy = next();
    Files.copy(file, copy);
    return copy;
  }

  /** The next free name in a folder that only we can write to. */
  private Path next() throws IOException {
    if (copies.isEmpty()) {
      copies.add(Files.createTempDirectory("zhili-plug-ins"));
    }
    Path file = copies.get(0).resolve(copies.size() + ".jar");
    copies.add(file);
    return file;
  }

  private void jar(Path file, String name) {
    JarReading reading = JarReader.read(file, name);
    if (reading instanceof JarReading.Read read) {
      jars.add(new Found(read.facts(), file));
    } else {
      faults.add(((JarReading.Unfit) reading).why()); // JarReading is sealed
    }
  }

  private void folder(Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    if (Files.exists(index)) {
      for (String line : Files.readAllLines(index)) {
        indexed(folder, line.strip());
      }
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path file : found) {
      take(file, nameOf(file.toString()));
    }
  }

  private void indexed(Path folder, String line) throws IOException {
    if (line.isEmpty() || line.startsWith("#") || line.startsWith("file,")) {
      return;
    }
    String[] cells = COMMA.split(line);
    Path file = folder.resolve(cells[0]).normalize();
    if (cells.length < 2 || !file.startsWith(folder.normalize())) {
      fault("index-line", line);
    } else if (!Files.isRegularFile(file)) {
      fault("no-file", file.toString());
    } else {
      Path copy = copy(file);
      if (JarReader.sha256(copy).equalsIgnoreCase(cells[1])) {
        jar(copy, cells[0]);
      } else {
        fault("index-hash", cells[0]);
      }
    }
  }

  private void kar(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      fault("no-file", called);
      return;
    }
    long room = JarContent.MOST_BYTES;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.isDirectory() || !entry.getName().endsWith(".jar")) {
          continue;
        }
        Path jar = next();
        room -= unpack(zip, entry, jar, room);
        if (room <= 0 || copies.size() > MOST_JARS) {
          fault("too-large", called);
          return;
        }
        jar(jar, nameOf(entry.getName()));
      }
    }
  }

  /** Says how much it was; stops beyond the room. */
  private static long unpack(ZipFile zip, ZipEntry entry, Path jar, long room) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      long left = room;
      byte[] buffer = new byte[1 << 14];
      try (OutputStream out = Files.newOutputStream(jar)) {
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
          out.write(buffer, 0, n);
          left -= n;
        }
      }
      return room - left;
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = copies.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(copies.get(i));
    }
    copies.clear();
  }
}
