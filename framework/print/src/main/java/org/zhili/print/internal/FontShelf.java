package org.zhili.print.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of some folders, those of the first folder first. A file is read once, and again when
 * it has changed; one that cannot be used is told once and left out.
 */
public final class FontShelf {
  private static final Logger LOG = LoggerFactory.getLogger(FontShelf.class);
  private static final int MOST_FILES = 500;
  private static final int DEEPEST = 6;

  private final List<Path> folders;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  private record Known(FileTime changed, List<Face> faces) {}

  public FontShelf(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** As few faces as draw all of these characters, or as many of them as can be. */
  List<Face> drawing(BitSet characters) {
    List<Face> chosen = new ArrayList<>();
    BitSet left = (BitSet) characters.clone();
    for (Path folder : folders) {
      List<Face> faces = faces(folder);
      Optional<Face> best = best(faces, left);
      while (best.isPresent()) {
        chosen.add(best.get());
        left.andNot(best.get().has());
        best = best(faces, left);
      }
    }
    return chosen;
  }

  private static Optional<Face> best(List<Face> faces, BitSet left) {
    return faces.stream()
        .filter(face -> face.has().intersects(left))
        .max(
            Comparator.comparingInt((Face face) -> drawn(face, left))
                .thenComparing(Face::name, Comparator.reverseOrder()));
  }

  private static int drawn(Face face, BitSet left) {
    BitSet both = (BitSet) left.clone();
    both.and(face.has());
    return both.cardinality();
  }

  /** One at a time: who comes while fonts are read for the first time waits for them. */
  private synchronized List<Face> faces(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(FontShelf::isFont)
          .sorted()
          .limit(MOST_FILES)
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("Fonts in {} cannot be looked at: {}", folder, e.toString());
      return List.of();
    }
  }

  private List<Face> read(Path file) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      Known before = known.get(file);
      if (before != null && before.changed.equals(changed)) {
        return before.faces;
      }
      List<Face> faces = usable(file);
      known.put(file, new Known(changed, faces));
      return faces;
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Fonts come from anywhere, and a broken one may throw anything. */
  private static List<Face> usable(Path file) {
    try {
      return Face.in(file);
    } catch (IOException | RuntimeException e) {
      LOG.info("The font {} is left out: {}", file, e.toString());
      return List.of();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".ttc");
  }
}
