package org.zhili.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the town has promised: a message it acknowledged, an action it answered with 200. Kept by
 * those who were promised, and in a file to be read when something is missing. Thread-safe.
 */
final class Ledger implements AutoCloseable {
  private final Set<Uplink> acknowledged = new LinkedHashSet<>();
  private final Map<String, Long> annulled = new HashMap<>();
  private final Writer file;
  private long sent;

  Ledger(Path file) throws IOException {
    this.file = Files.newBufferedWriter(file);
  }

  /** The broker gave its receipt. */
  synchronized void acknowledged(Uplink uplink) {
    if (acknowledged.add(uplink)) {
      write(uplink.toString());
    }
  }

  /** A message is on its way to the broker, for the first time or again. */
  synchronized void sent() {
    sent++;
  }

  /** The town said that the case was annulled, which made it this version. */
  synchronized void annulled(String caseId, long version) {
    annulled.put(caseId, version);
    write("case " + caseId + " annulled at " + version);
  }

  private void write(String line) {
    try {
      file.write(line + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized int size() {
    return acknowledged.size();
  }

  /** How many messages the broker got more than once, or may have got. */
  synchronized long repeats() {
    return sent - acknowledged.size();
  }

  /** All acknowledged messages, of each device in the order it sent them. */
  synchronized List<Uplink> messages() {
    return List.copyOf(acknowledged);
  }

  synchronized Map<String, Long> annulments() {
    return Map.copyOf(annulled);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
