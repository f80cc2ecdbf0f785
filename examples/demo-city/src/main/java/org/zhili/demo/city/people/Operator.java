package org.zhili.demo.city.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.town.Answers.Advice;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.CasePage;
import org.zhili.demo.city.town.Answers.CaseRow;
import org.zhili.demo.city.town.Answers.Review;
import org.zhili.demo.city.town.Answers.Reviews;
import org.zhili.demo.city.town.Bodies.Action;
import org.zhili.demo.city.town.Bodies.Decision;
import org.zhili.demo.city.town.Bodies.Report;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.text.Text;

/**
 * Sits at the desk: writes down new cases, accepts what no rule files, decides what the strategy is
 * not sure of, and takes calls of residents.
 */
public final class Operator implements Person {
  private static final double OVERRULES = 0.1;
  private static final int CALLS = 5;
  private static final String MUNICIPAL = "municipal-works";

  private final Login login;
  private final Casebook casebook;
  private final List<String> cells;
  private final Habits habits;

  Operator(Login login, Casebook casebook, List<String> cells, Habits habits) {
    this.login = login;
    this.casebook = casebook;
    this.cells = cells;
    this.habits = habits;
  }

  @Override
  public void look() throws Refusal {
    writeDownNewCases();
    for (CaseRow row :
        login.get("cases?state=REPORTED&standing=OPEN&limit=200", CasePage.class).items()) {
      accept(row);
    }
    for (Review review : login.get("reviews?limit=100", Reviews.class).items()) {
      decide(review);
    }
    if (habits.diary().isTime("call", () -> habits.pace().betweenCalls())) {
      habits.diary().putOff("call", habits.pace().betweenCalls());
      habits.doings().attempt(() -> login.post("cases", call()));
    }
  }

  /** Write down every case that is new since the last time. */
  public void writeDownNewCases() throws Refusal {
    List<String> unknown = new ArrayList<>();
    Optional<String> next = Optional.empty();
    boolean met = false;
    do {
      String after = next.map(number -> "&after=" + number).orElse("");
      CasePage page = login.get("cases?limit=100" + after, CasePage.class);
      for (CaseRow row : page.items()) {
        if (casebook.knows(row.id())) {
          met = true;
        } else {
          unknown.add(row.id());
        }
      }
      next = page.next();
    } while (next.isPresent() && !met);
    for (String id : unknown) {
      casebook.seen(login.get("cases/" + id, CaseDetail.class));
    }
  }

  private void accept(CaseRow row) throws Refusal {
    String thing = "accept " + row.id();
    if (!habits.diary().isTime(thing, () -> habits.pace().deciding())) {
      return;
    }
    CaseDetail detail = login.get("cases/" + row.id(), CaseDetail.class);
    if (detail.filing().isEmpty()) {
      habits.doings().attempt(() -> login.post(actions(row), Action.file("cover-displaced")));
    }
    if (habits.doings().attempt(() -> login.post(actions(row), Action.of("accept")))) {
      habits.diary().done(thing);
    }
  }

  private void decide(Review review) {
    CaseRow row = review.file();
    String thing = "review " + row.id();
    if (habits.diary().isTime(thing, () -> habits.pace().deciding())) {
      String path = "reviews/" + row.id();
      habits
          .doings()
          .attempt(
              () -> {
                login.post(path + "/claim");
                login.post(path + "/decision", decision(review.advice()));
              });
      habits.diary().done(thing);
    }
  }

  private Decision decision(Optional<Advice> advice) {
    Optional<String> advised = advice.flatMap(Advice::lead);
    List<String> others = advice.map(Advice::alternatives).orElse(List.of());
    boolean overrules = advised.isEmpty() || habits.pace().chance(OVERRULES);
    String lead =
        overrules ? others.stream().findFirst().or(() -> advised).orElse(MUNICIPAL) : advised.get();
    Optional<String> reason =
        advised.equals(Optional.of(lead))
            ? Optional.empty()
            : Optional.of(habits.say(Text.of("demo.people.overruled")));
    List<String> supervising =
        lead.equals("city-management") ? List.of() : List.of("city-management");
    return new Decision(lead, List.of(), supervising, reason);
  }

  private Report call() {
    int number = habits.pace().pick(10_000);
    String cell = cells.get(habits.pace().pick(cells.size()));
    boolean rattling = habits.pace().chance(0.5);
    String address = habits.say(Text.of("demo.address-call", Integer.toString(number)));
    return new Report(
        "urban.component",
        rattling ? Optional.of("cover-rattling") : Optional.empty(),
        "hotline",
        "manhole_cover",
        rattling ? "rattling" : "damaged",
        cell,
        address,
        habits.say(Text.of("demo.people.call-" + (rattling ? 1 : 2 + number % (CALLS - 1)))));
  }

  private static String actions(CaseRow row) {
    return "cases/" + row.id() + "/actions";
  }
}
