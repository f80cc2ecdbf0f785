package org.zhili.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.print.internal.Setting;

/**
 * Prints papers as PDF, with the fonts of some folders. Only what is used of a font lies in the
 * file. A character that no font draws is an answer, never a blank; a pictograph, of which no name
 * is made, is spelled {@code [U+1F600]}. Thread-safe.
 */
public final class Press {
  /**
   * What has no form of its own and only says how its neighbours are drawn (the default-ignorable
   * characters of Unicode), but for what turns the direction of words, behind which they can hide,
   * and for what asks for another form of a hanzi: a name in a form of its own is not printed in
   * the usual one.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u00AD\\u034F\\u180B-\\u180F\\u200B-\\u200D\\u2060-\\u2064\\uFE00-\\uFE0F\\uFEFF"
              + "\\x{E0000}-\\x{E00FF}\\x{E01F0}-\\x{E0FFF}]");

  private static final Pattern PICTOGRAPHS =
      Pattern.compile(
          "[\\x{203C}\\x{2049}\\x{2139}\\x{2194}-\\x{2199}\\x{21A9}\\x{21AA}\\x{231A}\\x{231B}"
              + "\\x{2328}\\x{2388}\\x{23CF}\\x{23E9}-\\x{23F3}\\x{23F8}-\\x{23FA}\\x{24C2}\\x{25AA}"
              + "\\x{25AB}\\x{25B6}\\x{25C0}\\x{25FB}-\\x{25FE}\\x{2600}-\\x{2605}\\x{2607}-\\x{2612}"
              + "\\x{2614}-\\x{2685}\\x{2690}-\\x{2705}\\x{2708}-\\x{2712}\\x{2714}\\x{2716}\\x{271D}"
              + "\\x{2721}\\x{2728}\\x{2733}\\x{2734}\\x{2744}\\x{2747}\\x{274C}\\x{274E}"
              + "\\x{2753}-\\x{2755}\\x{2757}\\x{2763}-\\x{2767}\\x{2795}-\\x{2797}\\x{27A1}\\x{27B0}"
              + "\\x{27BF}\\x{2934}\\x{2935}\\x{2B05}-\\x{2B07}\\x{2B1B}\\x{2B1C}\\x{2B50}\\x{2B55}"
              + "\\x{1F000}-\\x{1F0FF}\\x{1F10D}-\\x{1F10F}\\x{1F12F}\\x{1F16C}-\\x{1F171}"
              + "\\x{1F17E}\\x{1F17F}\\x{1F18E}\\x{1F191}-\\x{1F19A}\\x{1F1E6}-\\x{1F1FF}"
              + "\\x{1F300}-\\x{1FAFF}\\x{1FC00}-\\x{1FFFD}]");

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
    Paper paper = spelled(changed(wanted, Press::tidy));
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

  /** The same with another form of each of its texts. */
  private static Paper changed(Paper paper, UnaryOperator<String> form) {
    return new Paper(
        form.apply(paper.title()),
        paper.language(),
        paper.parts().stream().map(part -> changed(part, form)).toList(),
        form.apply(paper.foot()),
        form.apply(paper.page()));
  }

  private static Paper.Part changed(Paper.Part part, UnaryOperator<String> form) {
    if (part instanceof Paper.Heading heading) {
      return new Paper.Heading(form.apply(heading.words()));
    } else if (part instanceof Paper.Fact fact) {
      return new Paper.Fact(form.apply(fact.name()), form.apply(fact.words()));
    }
    return new Paper.Paragraph(form.apply(((Paper.Paragraph) part).words()));
  }

  /** One way to end a line, blanks for tabs, and nothing that is not to be seen. */
  private static String tidy(String words) {
    String lines = words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return UNSEEN.matcher(lines).replaceAll("");
  }

  /** The same with pictographs that no font has spelled, so that they are seen all the same. */
  private Paper spelled(Paper paper) {
    BitSet characters = characters(paper);
    if (characters.stream().noneMatch(Press::isPictograph)) {
      return paper;
    }
    BitSet missing = setting.missing(characters);
    return changed(
        paper,
        words ->
            words
                .codePoints()
                .mapToObj(
                    character ->
                        missing.get(character) && isPictograph(character)
                            ? "[U+%04X]".formatted(character)
                            : Character.toString(character))
                .collect(Collectors.joining()));
  }

  /**
   * Whether it is a picture (Extended_Pictographic of Unicode without its signs for words), the
   * colour of one, or a letter of a flag.
   */
  private static boolean isPictograph(int character) {
    return PICTOGRAPHS.matcher(Character.toString(character)).matches();
  }
}
