package org.zhili.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.zhili.print.internal.Setting;

/**
 * Prints papers as PDF, with the fonts of some folders. Only what is used of a font lies in the
 * file. A character that no font draws is an answer, never a blank. Thread-safe.
 */
public final class Press {
  private final Setting setting;

  /**
   * Set up.
   *
   * @param folders where fonts are looked for, the first first; those that are not there are no
   *     mistake
   */
  public Press(List<Path> folders) {
    setting = new Setting(folders);
  }

  /** Where operating systems keep their fonts. */
  public static List<Path> systemFolders() {
    return Stream.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "C:/Windows/Fonts")
        .map(Path::of)
        .toList();
  }

  /** Print a paper. */
  public Printed print(Paper wanted) {
    Paper paper = tidy(wanted);
    BitSet characters = characters(paper);
    OptionalInt unsettable = setting.unsettable(characters);
    if (unsettable.isPresent()) {
      return new Printed.Unsettable(unsettable.getAsInt());
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      OptionalInt missing = setting.write(paper, characters, out);
      return missing.isPresent()
          ? new Printed.Missing(missing.getAsInt())
          : new Printed.Whole(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every character of the paper but the ends of its lines, and the digits of its pages. */
  private static BitSet characters(Paper paper) {
    BitSet characters = new BitSet();
    Stream.concat(
            Stream.of(paper.title(), paper.foot(), paper.page(), "0123456789"),
            paper.parts().stream().flatMap(Press::words))
        .flatMapToInt(String::codePoints)
        .filter(character -> character != '\n')
        .forEach(characters::set);
    return characters;
  }

  private static Stream<String> words(Paper.Part part) {
    if (part instanceof Paper.Heading heading) {
      return Stream.of(heading.words());
    } else if (part instanceof Paper.Fact fact) {
      return Stream.of(fact.name(), fact.words());
    }
    return Stream.of(((Paper.Paragraph) part).words());
  }

  /** The same with one way to end a line, and blanks for tabs. */
  private static Paper tidy(Paper paper) {
    return new Paper(
        tidy(paper.title()),
        paper.language(),
        paper.parts().stream().map(Press::tidy).toList(),
        tidy(paper.foot()),
        tidy(paper.page()));
  }

  private static Paper.Part tidy(Paper.Part part) {
    if (part instanceof Paper.Heading heading) {
      return new Paper.Heading(tidy(heading.words()));
    } else if (part instanceof Paper.Fact fact) {
      return new Paper.Fact(tidy(fact.name()), tidy(fact.words()));
    }
    return new Paper.Paragraph(tidy(((Paper.Paragraph) part).words()));
  }

  private static String tidy(String words) {
    return words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
  }
}
