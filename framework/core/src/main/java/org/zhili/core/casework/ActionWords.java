package org.zhili.core.casework;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.zhili.casework.CaseAction;
import org.zhili.casework.Evidence;
import org.zhili.casework.Limit;
import org.zhili.casework.Rating;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Actions as the plain words a trace keeps, and back: what was done can be done again. */
final class ActionWords {
  /** How actions of one kind are written and read. */
  private record Form<A extends CaseAction>(
      Class<A> kind,
      BiConsumer<A, SortedMap<String, String>> writer,
      Function<SortedMap<String, String>, A> reader) {
    /** Write an action if it is of this kind; says whether it is. */
    boolean write(CaseAction action, SortedMap<String, String> words) {
      if (kind.isInstance(action)) {
        writer.accept(kind.cast(action), words);
        return true;
      }
      return false;
    }
  }

  /** All but {@link CaseAction.Advance}, whose names are those of the type's passages. */
  private static final Map<String, Form<?>> SIDES =
      Map.ofEntries(
          entry(
              "dispatch",
              new Form<>(CaseAction.Dispatch.class, ActionWords::write, ActionWords::dispatch)),
          entry(
              "file",
              new Form<>(
                  CaseAction.File.class,
                  (action, words) -> {
                    words.put("filing", action.filing());
                    words.put("note", action.note());
                  },
                  words -> new CaseAction.File(need(words, "filing"), note(words)))),
          entry(
              "decide-return",
              new Form<>(
                  CaseAction.DecideReturn.class,
                  (action, words) -> {
                    words.put("granted", Boolean.toString(action.granted()));
                    words.put("reason", action.reason());
                  },
                  words -> new CaseAction.DecideReturn(truth(words, "granted"), reason(words)))),
          entry(
              "meet",
              new Form<>(
                  CaseAction.Meet.class,
                  (action, words) -> {
                    words.put("milestone", action.milestone());
                    words.put("note", action.note());
                    evidence(words, action.evidence());
                  },
                  words ->
                      new CaseAction.Meet(need(words, "milestone"), note(words), evidence(words)))),
          entry(
              "extend",
              new Form<>(CaseAction.Extend.class, ActionWords::write, ActionWords::extend)),
          entry(
              "merge",
              new Form<>(
                  CaseAction.Merge.class,
                  (action, words) -> {
                    words.put("into", action.into().toString());
                    words.put("reason", action.reason());
                  },
                  words -> new CaseAction.Merge(CaseId.of(need(words, "into")), reason(words)))),
          entry("rate", new Form<>(CaseAction.Rate.class, ActionWords::write, ActionWords::rate)),
          entry(
              "halt",
              new Form<>(
                  CaseAction.Halt.class,
                  (action, words) -> {
                    words.put("type", action.type());
                    words.put("since", action.since().toString());
                  },
                  words ->
                      new CaseAction.Halt(
                          need(words, "type"), Instant.parse(need(words, "since"))))),
          entry(
              "note",
              new Form<>(
                  CaseAction.Note.class,
                  (action, words) -> {
                    words.put("note", action.note());
                    evidence(words, action.evidence().map(List::of).orElse(List.of()));
                  },
                  words -> new CaseAction.Note(note(words), evidence(words).stream().findFirst()))),
          entry(
              "go-on",
              new Form<>(
                  CaseAction.GoOn.class,
                  (action, words) -> words.put("type", action.type()),
                  words -> new CaseAction.GoOn(need(words, "type")))),
          one(
              "resume",
              CaseAction.Resume.class,
              "note",
              CaseAction.Resume::note,
              CaseAction.Resume::new),
          why(
              "decline",
              CaseAction.Decline.class,
              CaseAction.Decline::reason,
              CaseAction.Decline::new),
          why(
              "request-return",
              CaseAction.RequestReturn.class,
              CaseAction.RequestReturn::reason,
              CaseAction.RequestReturn::new),
          why(
              "suspend",
              CaseAction.Suspend.class,
              CaseAction.Suspend::reason,
              CaseAction.Suspend::new),
          why("park", CaseAction.Park.class, CaseAction.Park::reason, CaseAction.Park::new),
          why("rework", CaseAction.Rework.class, CaseAction.Rework::reason, CaseAction.Rework::new),
          why("annul", CaseAction.Annul.class, CaseAction.Annul::reason, CaseAction.Annul::new),
          why("reopen", CaseAction.Reopen.class, CaseAction.Reopen::reason, CaseAction.Reopen::new),
          why("urge", CaseAction.Urge.class, CaseAction.Urge::reason, CaseAction.Urge::new));

  private ActionWords() {}

  /** An action that says why, and nothing else. */
  private static <A extends CaseAction> Map.Entry<String, Form<?>> why(
      String name, Class<A> kind, Function<A, String> reason, Function<String, A> maker) {
    return one(name, kind, "reason", reason, maker);
  }

  /** An action that is told in one word. */
  private static <A extends CaseAction> Map.Entry<String, Form<?>> one(
      String name,
      Class<A> kind,
      String word,
      Function<A, String> value,
      Function<String, A> maker) {
    return entry(
        name,
        new Form<>(
            kind,
            (action, words) -> words.put(word, value.apply(action)),
            words -> maker.apply(words.getOrDefault(word, ""))));
  }

  static SortedMap<String, String> of(CaseAction action) {
    TreeMap<String, String> words = new TreeMap<>();
    if (action instanceof CaseAction.Advance advance) {
      words.put("note", advance.note());
      evidence(words, advance.evidence());
    } else if (SIDES.values().stream().noneMatch(form -> form.write(action, words))) {
      throw new IllegalArgumentException("unknown action " + action);
    }
    return words;
  }

  static CaseAction action(String name, SortedMap<String, String> words) {
    Form<?> side = SIDES.get(name);
    return side == null
        ? new CaseAction.Advance(name, note(words), evidence(words))
        : side.reader().apply(words);
  }

  private static void write(CaseAction.Dispatch action, SortedMap<String, String> words) {
    words.put("lead", action.lead().value());
    words.put("assisting", units(action.assisting()));
    words.put("supervising", units(action.supervising()));
    words.put("notified", units(action.notified()));
    words.put("why.zh", action.why().zh());
    words.put("why.en", action.why().en());
  }

  private static CaseAction.Dispatch dispatch(SortedMap<String, String> words) {
    return new CaseAction.Dispatch(
        new UnitId(need(words, "lead")),
        units(need(words, "assisting")),
        units(need(words, "supervising")),
        units(need(words, "notified")),
        new Wording(need(words, "why.zh"), need(words, "why.en")));
  }

  private static void write(CaseAction.Extend action, SortedMap<String, String> words) {
    words.put("milestone", action.milestone());
    words.put("amount", Integer.toString(action.by().amount()));
    words.put("unit", action.by().unit().name());
    words.put("reason", action.reason());
  }

  private static CaseAction.Extend extend(SortedMap<String, String> words) {
    int amount = Integer.parseInt(need(words, "amount"));
    Limit by = new Limit(amount, Limit.LimitUnit.valueOf(need(words, "unit")));
    return new CaseAction.Extend(need(words, "milestone"), by, reason(words));
  }

  private static void write(CaseAction.Rate action, SortedMap<String, String> words) {
    words.put("solved", Boolean.toString(action.rating().solved()));
    words.put("stars", Integer.toString(action.rating().stars()));
    words.put("comment", action.rating().comment());
  }

  private static CaseAction.Rate rate(SortedMap<String, String> words) {
    int stars = Integer.parseInt(need(words, "stars"));
    String comment = words.getOrDefault("comment", "");
    return new CaseAction.Rate(new Rating(truth(words, "solved"), stars, comment));
  }

  private static String note(SortedMap<String, String> words) {
    return words.getOrDefault("note", "");
  }

  private static String reason(SortedMap<String, String> words) {
    return words.getOrDefault("reason", "");
  }

  private static boolean truth(SortedMap<String, String> words, String name) {
    return Boolean.parseBoolean(need(words, name));
  }

  static void evidence(SortedMap<String, String> words, List<Evidence> evidence) {
    for (int i = 0; i < evidence.size(); i++) {
      words.put("evidence." + i + ".kind", evidence.get(i).kind());
      words.put("evidence." + i + ".content", evidence.get(i).content());
    }
  }

  static List<Evidence> evidence(SortedMap<String, String> words) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; words.containsKey("evidence." + i + ".kind"); i++) {
      evidence.add(
          new Evidence(
              need(words, "evidence." + i + ".kind"), need(words, "evidence." + i + ".content")));
    }
    return evidence;
  }

  static String need(SortedMap<String, String> words, String name) {
    return Optional.ofNullable(words.get(name))
        .orElseThrow(() -> new IllegalArgumentException("a trace entry lacks \"" + name + "\""));
  }

  private static String units(Set<UnitId> units) {
    TreeSet<String> ids = new TreeSet<>();
    units.forEach(unit -> ids.add(unit.value()));
    return String.join(" ", ids);
  }

  private static Set<UnitId> units(String ids) {
    TreeSet<UnitId> units = new TreeSet<>();
    for (String id : ids.split(" ", -1)) {
      if (!id.isEmpty()) {
        units.add(new UnitId(id));
      }
    }
    return units;
  }
}
