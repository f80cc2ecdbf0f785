package org.zhili.core.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.city.Unit;
import org.zhili.core.term.Term;
import org.zhili.id.UnitId;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * What people call what a case is made of: actions, evidence, steps, units. A refusal of the desk
 * names them by their ids; here it is told in these words.
 *
 * <p>A module that has actions or evidence of its own brings their words under {@code
 * casework.action.…} and {@code casework.evidence.…}; what has no words is shown by its id.
 */
public final class CaseWords {
  private static final String BETWEEN = ", ";

  /** What the arguments of a refusal stand for, in order; what is not here is shown as it is. */
  private static final Map<String, List<Kind>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("casework.wrong-role", List.of(Kind.ACTION, Kind.ROLE)),
          Map.entry("casework.no-passage", List.of(Kind.ACTION, Kind.PLACE, Kind.ACTION)),
          Map.entry("casework.evidence-missing", List.of(Kind.ACTION, Kind.EVIDENCE)),
          Map.entry("casework.not-the-lead", List.of(Kind.ACTION, Kind.UNIT)),
          Map.entry("casework.handler-may-not-verify", List.of(Kind.UNIT)),
          Map.entry("casework.reason-missing", List.of(Kind.ACTION)),
          Map.entry("casework.unknown-milestone", List.of(Kind.GIVEN, Kind.MILESTONE)),
          Map.entry("casework.unknown-filing", List.of(Kind.GIVEN, Kind.TYPE, Kind.FILING)),
          Map.entry("casework.reopen-too-late", List.of(Kind.LIMIT)),
          Map.entry("casework.no-lead", List.of(Kind.ACTION)),
          Map.entry("casework.not-involved", List.of(Kind.UNIT, Kind.ACTION)),
          Map.entry("casework.milestone-met", List.of(Kind.MILESTONE)));

  private final CaseTypes types;
  private final Function<UnitId, Optional<Unit>> units;
  private final Supplier<Words> words;

  /**
   * Set up.
   *
   * @param words the words of the town and of all plug-ins
   */
  public CaseWords(CaseTypes types, Function<UnitId, Optional<Unit>> units, Supplier<Words> words) {
    this.types = types;
    this.units = units;
    this.words = words;
  }

  /** What an id is the id of. */
  enum Kind {
    GIVEN,
    ACTION,
    EVIDENCE,
    ROLE,
    PLACE,
    UNIT,
    MILESTONE,
    FILING,
    TYPE,
    LIMIT,
    TRUTH
  }

  public Wording action(String action) {
    return word(Kind.ACTION, action, Optional.empty());
  }

  /** Parts of the town have names; people are called by their accounts. */
  public Wording actor(String actor) {
    return known("actor", actor);
  }

  public Wording evidence(String kind) {
    return word(Kind.EVIDENCE, kind, Optional.empty());
  }

  /** A text of codes with blanks between, each by the name it has; the rest as it is. */
  Wording codes(String text) {
    return new Wording(codes(text, Language.ZH), codes(text, Language.EN));
  }

  private String codes(String text, Language language) {
    Words known = words.get();
    return Arrays.stream(text.split(" ", -1))
        .map(code -> code.isEmpty() ? code : Term.name(known, code).in(language))
        .collect(Collectors.joining(" "));
  }

  /**
   * Tell a refusal.
   *
   * @param file the case it is about, if there is one
   */
  public Wording refusal(Text why, Optional<CaseFile> file) {
    Optional<CaseType> type = file.map(CaseFile::type).map(types::of);
    return new Wording(told(why, type, Language.ZH), told(why, type, Language.EN));
  }

  private String told(Text why, Optional<CaseType> type, Language language) {
    List<Kind> kinds = ARGUMENTS.getOrDefault(why.key(), List.of());
    List<String> told = new ArrayList<>();
    for (int i = 0; i < why.arguments().size(); i++) {
      Kind kind = i < kinds.size() ? kinds.get(i) : Kind.GIVEN;
      told.add(told(kind, why.arguments().get(i), type, language));
    }
    return words.get().render(new Text(why.key(), told), language);
  }

  private String told(Kind kind, String argument, Optional<CaseType> type, Language language) {
    if (kind == Kind.GIVEN) {
      return argument;
    }
    String between = words.get().render(Text.of("casework.between"), language);
    return Arrays.stream(argument.split(BETWEEN))
        .map(id -> word(kind, id, type).in(language))
        .collect(Collectors.joining(between));
  }

  Wording told(Text text) {
    return words.get().render(text);
  }

  Wording word(Kind kind, String id, Optional<CaseType> type) {
    return switch (kind) {
      case GIVEN -> Wording.same(id);
      case ACTION -> known("action", id);
      case EVIDENCE -> known("evidence", id);
      case ROLE -> known("role", id);
      case PLACE ->
          type.flatMap(t -> t.step(id)).map(CaseType.Step::name).orElseGet(() -> standing(id));
      case UNIT -> unit(id);
      case MILESTONE -> type.flatMap(t -> milestone(t, id)).orElse(Wording.same(id));
      case FILING ->
          type.flatMap(t -> t.filing(id)).map(FilingCondition::name).orElse(Wording.same(id));
      case TYPE -> type.map(CaseType::name).orElse(Wording.same(id));
      case LIMIT -> limit(id);
      case TRUTH -> known("said", id);
    };
  }

  private Wording known(String kind, String id) {
    String key = "casework." + kind + "." + id;
    return words.get().knows(key) ? words.get().render(Text.of(key)) : Wording.same(id);
  }

  private Wording standing(String id) {
    return known("standing", id);
  }

  /** A dash where there is no unit. */
  private Wording unit(String id) {
    return id.matches("[A-Za-z0-9].*")
        ? units.apply(new UnitId(id)).map(Unit::name).orElse(Wording.same(id))
        : Wording.same(id);
  }

  private static Optional<Wording> milestone(CaseType type, String id) {
    return type.filings().stream()
        .flatMap(filing -> filing.milestones().stream())
        .filter(milestone -> milestone.id().equals(id))
        .map(Milestone::name)
        .findFirst();
  }

  /** An amount and its unit. */
  private Wording limit(String limit) {
    String[] parts = limit.split(" ", 2);
    String key = "casework.limit." + parts[parts.length - 1];
    return words.get().knows(key)
        ? words.get().render(Text.of(key, parts[0]))
        : Wording.same(limit);
  }
}
