package org.zhili.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A port a process listens on, as Linux tells it.
 *
 * @param address in hexadecimal digits, four bytes at a time in the machine's own order
 */
record Listening(String address, int port) {
  private static final String LISTENS = "0A";
  private static final int INODE = 9;
  private static final Set<String> LOCAL =
      Set.of(
          "0100007F", // 127.0.0.1
          "0000000000000000FFFF00000100007F", // the same in IPv6
          "00000000000000000000000001000000"); // ::1

  boolean isLocal() {
    return LOCAL.contains(address);
  }

  /** All TCP ports that process listens on. */
  static List<Listening> of(long process) throws IOException {
    Set<String> own = sockets(process);
    List<Listening> all = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (String row : Files.readAllLines(Path.of(table))) {
          String[] cells = row.strip().split("\\s+");
          if (cells.length > INODE && cells[3].equals(LISTENS) && own.contains(cells[INODE])) {
            String[] address = cells[1].split(":");
            all.add(new Listening(address[0], Integer.parseInt(address[1], 16)));
          }
        }
      }
    }
    return all;
  }

  /** The inodes of the sockets it has open. */
  private static Set<String> sockets(long process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
      for (Path file : open.toList()) {
        String target = target(file);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** Files come and go while one looks. */
  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
