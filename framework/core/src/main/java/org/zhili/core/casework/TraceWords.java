package org.zhili.core.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseWords.Kind;
import org.zhili.core.trace.TraceEntry;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** What people said with an action, out of what its trace entry keeps to do it again. */
public final class TraceWords {
  /** What is told, and what it is the id of, in the order in which people read it. */
  private static final List<Map.Entry<String, Kind>> TOLD =
      List.of(
          Map.entry("lead", Kind.UNIT),
          Map.entry("assisting", Kind.UNIT),
          Map.entry("supervising", Kind.UNIT),
          Map.entry("notified", Kind.UNIT),
          Map.entry("filing", Kind.FILING),
          Map.entry("milestone", Kind.MILESTONE),
          Map.entry("granted", Kind.TRUTH),
          Map.entry("solved", Kind.TRUTH),
          Map.entry("stars", Kind.GIVEN),
          Map.entry("into", Kind.GIVEN),
          Map.entry("note", Kind.GIVEN),
          Map.entry("reason", Kind.GIVEN),
          Map.entry("comment", Kind.GIVEN));

  /** Evidence that the town writes itself, as codes, values and times with blanks between. */
  private static final Set<String> IN_CODES = Set.of("reading", "alert-cleared");

  private final CaseWords words;

  public TraceWords(CaseWords words) {
    this.words = words;
  }

  /** One thing that was said, and what it is called. */
  public record Said(Wording name, Wording value) {}

  /**
   * Tell what came with an action; of the report that opened a case, only its evidence.
   *
   * @param type as it was when the case was opened
   */
  public List<Said> of(TraceEntry entry, CaseType type) {
    SortedMap<String, String> arguments = entry.arguments();
    List<Said> said = new ArrayList<>();
    for (Map.Entry<String, Kind> one : TOLD) {
      String value = arguments.getOrDefault(one.getKey(), "");
      if (!value.isBlank()) {
        said.add(new Said(name(one.getKey()), value(one.getValue(), value, type)));
      }
    }
    entry.argument("amount").ifPresent(amount -> said.add(limit(amount, arguments)));
    entry.argument("why.zh").ifPresent(zh -> said.add(why(zh, arguments)));
    for (int i = 0; arguments.containsKey("evidence." + i + ".kind"); i++) {
      String kind = arguments.getOrDefault("evidence." + i + ".kind", "");
      String content = arguments.getOrDefault("evidence." + i + ".content", "");
      Wording value = IN_CODES.contains(kind) ? words.codes(content) : Wording.same(content);
      said.add(new Said(words.evidence(kind), value));
    }
    return said;
  }

  private Wording name(String argument) {
    return words.told(Text.of("casework.said." + argument));
  }

  private Wording value(Kind kind, String value, CaseType type) {
    if (kind != Kind.UNIT) {
      return words.word(kind, value, Optional.of(type));
    }
    List<Wording> units =
        Arrays.stream(value.split(" ", -1))
            .map(unit -> words.word(kind, unit, Optional.empty()))
            .toList();
    Wording between = words.told(Text.of("casework.between"));
    return new Wording(
        joined(units, Wording::zh, between.zh()), joined(units, Wording::en, between.en()));
  }

  private static String joined(List<Wording> all, Function<Wording, String> in, String between) {
    return all.stream().map(in).collect(Collectors.joining(between));
  }

  private Said limit(String amount, SortedMap<String, String> arguments) {
    String limit = amount + " " + arguments.getOrDefault("unit", "");
    return new Said(name("amount"), words.word(Kind.LIMIT, limit, Optional.empty()));
  }

  private Said why(String zh, SortedMap<String, String> arguments) {
    return new Said(name("why"), new Wording(zh, arguments.getOrDefault("why.en", zh)));
  }
}
