package org.zhili.citypack.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhili.casework.CaseType;
import org.zhili.casework.FilingCondition;
import org.zhili.casework.Milestone;
import org.zhili.casework.Passage;
import org.zhili.text.Wording;

/** Writes a case type as JSON; what is empty is left out, sets are sorted. */
public final class CaseTypeWriting {
  private final Map<String, Json> fields = new LinkedHashMap<>();

  private CaseTypeWriting() {}

  public static String write(CaseType type) {
    CaseTypeWriting whole = new CaseTypeWriting();
    whole.text("id", type.id());
    whole.fields.put("version", new Json.Numeral(type.version()));
    whole.wording("name", type.name());
    whole.fields.put("steps", list(type.steps().stream().map(CaseTypeWriting::step).toList()));
    whole.fields.put(
        "passages", list(type.passages().stream().map(CaseTypeWriting::passage).toList()));
    if (!type.filings().isEmpty()) {
      whole.fields.put(
          "filings", list(type.filings().stream().map(CaseTypeWriting::filing).toList()));
    }
    if (!type.sides().isEmpty()) {
      whole.fields.put("sides", sides(type));
    }
    whole.text("reopenWithin", Form.write(type.reopenWithin()));
    return JsonWriting.write(whole.json());
  }

  private static Json step(CaseType.Step step) {
    CaseTypeWriting json = new CaseTypeWriting();
    json.text("id", step.id());
    json.text("shownAs", step.shownAs().name());
    json.wording("name", step.name());
    return json.json();
  }

  private static Json passage(Passage passage) {
    CaseTypeWriting json = new CaseTypeWriting();
    json.text("from", passage.from());
    json.text("action", passage.action());
    json.text("to", passage.to());
    json.fields.put("roles", words(passage.roles()));
    json.set("guards", passage.guards());
    json.set("evidence", passage.evidence());
    return json.json();
  }

  private static Json filing(FilingCondition filing) {
    CaseTypeWriting json = new CaseTypeWriting();
    json.text("id", filing.id());
    json.wording("name", filing.name());
    if (!filing.milestones().isEmpty()) {
      json.fields.put(
          "milestones",
          list(filing.milestones().stream().map(CaseTypeWriting::milestone).toList()));
    }
    return json.json();
  }

  private static Json milestone(Milestone milestone) {
    CaseTypeWriting json = new CaseTypeWriting();
    json.text("id", milestone.id());
    json.wording("name", milestone.name());
    json.text("from", milestone.from());
    milestone.until().ifPresent(until -> json.text("until", until));
    json.text("limit", Form.write(milestone.limit()));
    json.set("evidence", milestone.evidence());
    return json.json();
  }

  private static Json sides(CaseType type) {
    CaseTypeWriting json = new CaseTypeWriting();
    for (CaseType.Side side : type.sides()) {
      if (json.fields.put(side.action(), words(side.roles())) != null) {
        throw new IllegalArgumentException(type.ref() + " has two sides for " + side.action());
      }
    }
    return json.json();
  }

  private void text(String name, String value) {
    fields.put(name, new Json.Text(value));
  }

  private void wording(String name, Wording wording) {
    Map<String, Json> both = new LinkedHashMap<>();
    both.put("zh", new Json.Text(wording.zh()));
    both.put("en", new Json.Text(wording.en()));
    fields.put(name, new Json.Members(both));
  }

  private void set(String name, Collection<?> values) {
    if (!values.isEmpty()) {
      fields.put(name, words(values));
    }
  }

  private Json json() {
    return new Json.Members(fields);
  }

  private static Json words(Collection<?> values) {
    return new Json.Array(
        values.stream().map(Object::toString).sorted().map(Json.Text::new).toList());
  }

  private static Json list(Collection<? extends Json> items) {
    return new Json.Array(items.stream().toList());
  }
}
