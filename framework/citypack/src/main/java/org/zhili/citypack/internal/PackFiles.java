package org.zhili.citypack.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a pack: found, decoded, and remembered for the pack's version. */
final class PackFiles {
  private static final int VERSION_LENGTH = 12;
  private static final String CASE_TYPES = "case-types";
  private static final List<String> KINDS = List.of(".csv", ".json", ".geojson", ".properties");
  private static final long MEGABYTE = 1_000_000;

  private final Path folder;
  private final Faults faults;
  private final SortedMap<String, String> read = new TreeMap<>();

  PackFiles(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /** The text of a file the pack cannot do without; empty when it cannot be had, as reported. */
  Optional<String> required(String file) {
    if (!Files.exists(folder.resolve(file))) {
      faults.in(file).add(At.FILE, Problem.FILE_MISSING);
    }
    return optional(file);
  }

  /** The text of a file, without a byte order mark and with plain line ends. */
  Optional<String> optional(String file) {
    Optional<String> text = text(file);
    text.ifPresent(content -> read.put(file, content));
    return text;
  }

  /** The same, of a file that holds no rule: the version does not change with it. */
  Optional<String> text(String file) {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return decode(Files.readAllBytes(path), faults.in(file));
    } catch (IOException e) {
      faults.in(file).add(At.FILE, Problem.FILE_UNREADABLE);
      return Optional.empty();
    }
  }

  /** The same, unless it has more than so many bytes. */
  Optional<String> text(String file, long most) {
    try {
      if (Files.isRegularFile(folder.resolve(file)) && Files.size(folder.resolve(file)) > most) {
        faults.in(file).add(At.FILE, Problem.FILE_TOO_LARGE, most / MEGABYTE + " MB");
        return Optional.empty();
      }
    } catch (IOException e) {
      // reading it tells of that as well
    }
    return text(file);
  }

  /** The files of case types, in order. */
  List<String> caseTypes() {
    return names(folder.resolve(CASE_TYPES)).stream()
        .filter(name -> name.endsWith(".json"))
        .map(name -> CASE_TYPES + "/" + name)
        .toList();
  }

  /** Report files of a kind a pack has that it has no use for: most likely a name was mistyped. */
  void reportUnknown(Set<String> known) {
    names(folder).stream()
        .filter(name -> KINDS.stream().anyMatch(name::endsWith))
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.in(name).add(At.FILE, Problem.FILE_UNKNOWN));
  }

  /** Names this state of the files: equal texts have equal versions, whatever their line ends. */
  String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      read.forEach(
          (file, text) ->
              digest.update((file + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private List<String> names(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.in(folder.relativize(directory).toString()).add(At.FILE, Problem.FILE_UNREADABLE);
      return List.of();
    }
  }

  private static Optional<String> decode(byte[] bytes, Faults faults) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
    if (result.isError()) {
      long line = 1 + text.chars().filter(character -> character == '\n').count();
      faults.add(new At((int) line, 0), Problem.FILE_NOT_UTF8);
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
