package org.zhili.citypack.internal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.alert.Severity;
import org.zhili.rules.ReviewRules;
import org.zhili.rules.WorkingHours;
import org.zhili.text.Wording;

/** What {@code city.json} says. */
record CityFile(
    Wording name,
    String tenant,
    ZoneId zone,
    WorkingHours hours,
    String strategy,
    String scoringModel,
    ReviewRules review) {
  private static final Form<Severity> SEVERITY = Form.constant(Severity.class);
  private static final Form<Double> SHARE = Form.number(0, 1);
  private static final Form<Integer> RETURNS = Form.whole(0, 1000);
  private static final ReviewRules REVIEW = new ReviewRules(0.6, Set.of(), Set.of(), 2);

  static Optional<CityFile> read(String text, Faults faults) {
    return new JsonReading(faults)
        .read(text)
        .flatMap(root -> JsonFields.of(root, faults.file(), faults))
        .map(
            fields -> {
              CityFile city = read(fields, faults);
              fields.done();
              return city;
            });
  }

  private static CityFile read(JsonFields fields, Faults faults) {
    return new CityFile(
        fields.wording("name"),
        fields.value("tenant", Form.TENANT),
        fields.value("zone", Form.ZONE),
        hours(fields, faults),
        fields.value("strategy", Form.CODE),
        fields.value("scoringModel", Form.CODE),
        fields.optionalObject("review").map(CityFile::review).orElse(REVIEW));
  }

  private static ReviewRules review(JsonFields fields) {
    ReviewRules review =
        new ReviewRules(
            fields.optional("confidenceBar", SHARE).orElse(REVIEW.confidenceBar()),
            fields.set("subjects", Form.CODE),
            fields.set("severities", SEVERITY),
            fields.optional("returns", RETURNS).orElse(REVIEW.returns()));
    fields.done();
    return review;
  }

  private static WorkingHours hours(JsonFields fields, Faults faults) {
    List<WorkingHours.Span> spans = new ArrayList<>();
    LocalTime end = LocalTime.MIN;
    for (Json item : fields.items("workingHours")) {
      List<LocalTime> times = times(item, fields, faults);
      if (times.size() != 2) {
        continue;
      }
      LocalTime from = times.get(0);
      LocalTime to = times.get(1);
      if (from.isBefore(end) || !from.isBefore(to)) {
        faults.add(item.at(), Problem.HOURS_WRONG, from.toString(), to.toString());
      } else {
        spans.add(new WorkingHours.Span(from, to));
        end = to;
      }
    }
    return spans.isEmpty() ? WorkingHours.DEFAULT : new WorkingHours(spans);
  }

  /** Two times of day; anything else is reported and gives fewer or more. */
  private static List<LocalTime> times(Json item, JsonFields fields, Faults faults) {
    if (item instanceof Json.Array array && array.items().size() == 2) {
      int before = faults.count();
      List<LocalTime> times =
          array.items().stream().map(time -> fields.read(time, "workingHours", Form.TIME)).toList();
      return faults.count() == before ? times : List.of();
    }
    faults.add(item.at(), Problem.JSON_KIND, "workingHours", "[\"09:00\", \"12:00\"]");
    return List.of();
  }
}
