package org.zhili.core.edition;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Limit;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
import org.zhili.rules.CalendarDay;
import org.zhili.text.Wording;

/**
 * How contents are spelled before they are hashed, field by field: a hash is kept with editions and
 * compared in later releases. A field that is added later is spelled only where it says something.
 */
final class Spelling {
  private Spelling() {}

  static String of(CalendarDay day) {
    return fields(day.date().toString(), day.kind().name(), day.name(), day.source());
  }

  static String of(CatalogueRow row) {
    return fields(
        row.id(),
        row.subject(),
        row.condition().orElse(""),
        row.area().map(AreaId::value).orElse(""),
        row.lead().value(),
        set(row.assisting(), UnitId::value),
        set(row.supervising(), UnitId::value),
        row.from().toString(),
        row.until().map(Object::toString).orElse(""),
        row.source().orElse(""));
  }

  static Stream<String> of(CaseType type) {
    return Stream.of(
        fields("name", of(type.name()), "reopen", of(type.reopenWithin())),
        list("steps", type.steps(), Spelling::of),
        list("passages", type.passages(), Spelling::of),
        list("filings", type.filings(), Spelling::of),
        "sides" + set(type.sides(), side -> fields(side.action(), set(side.roles()))));
  }

  private static String of(CaseType.Step step) {
    return fields(step.id(), of(step.name()), step.shownAs().name());
  }

  private static String of(Passage passage) {
    return fields(
        passage.from(),
        passage.action(),
        passage.to(),
        set(passage.roles()),
        set(passage.guards(), Enum::name),
        set(passage.evidence()));
  }

  private static String of(FilingCondition filing) {
    return fields(
        filing.id(), of(filing.name()), list("milestones", filing.milestones(), Spelling::of));
  }

  private static String of(Milestone milestone) {
    return fields(
        milestone.id(),
        of(milestone.name()),
        milestone.from(),
        milestone.until().orElse(""),
        of(milestone.limit()),
        set(milestone.evidence()));
  }

  private static String of(Limit limit) {
    return limit.amount() + " " + limit.unit().name();
  }

  private static String of(Wording name) {
    return fields(name.zh(), name.en());
  }

  /** Each behind its length, so that no field runs into the next. */
  private static String fields(String... fields) {
    return Stream.of(fields)
        .map(field -> field.length() + ":" + field)
        .collect(Collectors.joining());
  }

  private static String set(Collection<String> words) {
    return set(words, Function.identity());
  }

  /** In order, since that of a set is another in every process. */
  private static <T> String set(Collection<T> all, Function<T, String> spelled) {
    return fields(all.stream().map(spelled).sorted().toArray(String[]::new));
  }

  private static <T> String list(String what, List<T> all, Function<T, String> spelled) {
    return what + fields(all.stream().map(spelled).toArray(String[]::new));
  }
}
