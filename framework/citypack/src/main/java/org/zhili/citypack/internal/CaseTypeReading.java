package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Guard;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.citypack.Parsed;

/** Reads a case type from JSON. */
public final class CaseTypeReading {
  private static final Form<CaseState> STATE = Form.constant(CaseState.class);
  private static final Form<Guard> GUARD = Form.constant(Guard.class);
  private static final Form<Integer> VERSION = Form.whole(1, Integer.MAX_VALUE);

  private CaseTypeReading() {}

  /** Read the form, then check the type as a whole. */
  public static Parsed<CaseType> checked(String json, Faults faults) {
    int before = faults.count();
    Optional<Json> tree = new JsonReading(faults).read(json);
    Optional<CaseType> type = tree.flatMap(root -> type(root, faults));
    if (type.isPresent() && faults.count() == before) {
      new CaseTypeCheck(type.get(), tree.get()::place, faults).run();
    }
    return type.isPresent() && faults.count() == before
        ? new Parsed.Read<>(type.get())
        : faults.faulty();
  }

  /** Read the form alone, as it may have been checked by older rules. */
  public static Parsed<CaseType> unchecked(String json, Faults faults) {
    Optional<CaseType> type =
        new JsonReading(faults).read(json).flatMap(root -> type(root, faults));
    return type.isPresent() && faults.none() ? new Parsed.Read<>(type.get()) : faults.faulty();
  }

  private static Optional<CaseType> type(Json root, Faults faults) {
    return JsonFields.of(root, faults.file(), faults)
        .map(
            fields -> {
              CaseType type = type(fields);
              fields.done();
              return type;
            });
  }

  private static CaseType type(JsonFields fields) {
    return new CaseType(
        fields.value("id", Form.TYPE_ID),
        fields.value("version", VERSION),
        fields.wording("name"),
        fields.requiredObjects("steps", CaseTypeReading::step),
        fields.requiredObjects("passages", CaseTypeReading::passage),
        fields.objects("filings", CaseTypeReading::filing),
        sides(fields),
        fields.value("reopenWithin", Form.LIMIT));
  }

  private static CaseType.Step step(JsonFields fields) {
    return new CaseType.Step(
        fields.value("id", Form.NAME), fields.wording("name"), fields.value("shownAs", STATE));
  }

  private static Passage passage(JsonFields fields) {
    return new Passage(
        fields.value("from", Form.NAME),
        fields.value("action", Form.NAME),
        fields.value("to", Form.NAME),
        fields.requiredSet("roles", Form.NAME),
        fields.set("guards", GUARD),
        fields.set("evidence", Form.NAME));
  }

  private static FilingCondition filing(JsonFields fields) {
    return new FilingCondition(
        fields.value("id", Form.NAME),
        fields.wording("name"),
        fields.objects("milestones", CaseTypeReading::milestone));
  }

  private static Milestone milestone(JsonFields fields) {
    return new Milestone(
        fields.value("id", Form.NAME),
        fields.wording("name"),
        fields.value("from", Form.NAME),
        fields.optional("until", Form.NAME),
        fields.value("limit", Form.LIMIT),
        fields.set("evidence", Form.NAME));
  }

  private static List<CaseType.Side> sides(JsonFields fields) {
    List<CaseType.Side> sides = new ArrayList<>();
    fields
        .optionalObject("sides")
        .ifPresent(
            actions -> {
              for (String action : actions.names()) {
                sides.add(new CaseType.Side(action, actions.set(action, Form.NAME)));
              }
            });
    return sides;
  }
}
