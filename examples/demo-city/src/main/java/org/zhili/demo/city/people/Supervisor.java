package org.zhili.demo.city.people;

import java.time.LocalDate;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.CasePage;
import org.zhili.demo.city.town.Answers.CaseRow;
import org.zhili.demo.city.town.Answers.Today;
import org.zhili.demo.city.town.Bodies.Action;
import org.zhili.demo.city.town.Bodies.Period;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.text.Text;

/**
 * Verifies what units report as done, closes it or sends it back, decides on returns, and grades.
 */
final class Supervisor implements Person {
  private static final double BADLY_DONE = 0.04;
  private static final String GRADING = "grading";

  private final Login login;
  private final Casebook casebook;
  private final Residents residents;
  private final Habits habits;

  Supervisor(Login login, Casebook casebook, Residents residents, Habits habits) {
    this.login = login;
    this.casebook = casebook;
    this.residents = residents;
    this.habits = habits;
  }

  @Override
  public void look() throws Refusal {
    for (CaseRow row :
        login.get("cases?state=FEEDBACK&standing=OPEN&limit=200", CasePage.class).items()) {
      verify(row);
    }
    for (CaseRow row :
        login.get("cases?standing=RETURN_REQUESTED&limit=200", CasePage.class).items()) {
      String thing = "return " + row.id();
      if (habits.diary().isTime(thing, () -> habits.pace().deciding())) {
        String why = habits.say(Text.of("demo.people.returned"));
        habits.doings().attempt(() -> login.post(actions(row), Action.grantReturn(why)));
        habits.diary().done(thing);
      }
    }
    grade();
  }

  /** Units see how the day has gone so far. */
  private void grade() throws Refusal {
    if (habits.diary().isTime(GRADING, () -> habits.pace().grading())) {
      LocalDate today = login.get("cases/today", Today.class).day();
      habits.doings().attempt(() -> login.post("scores/runs", new Period(today, today)));
      habits.diary().done(GRADING);
    }
  }

  private void verify(CaseRow row) {
    String thing = "verify " + row.id();
    if (!habits.diary().isTime(thing, () -> habits.pace().verifying())) {
      return;
    }
    boolean good = !habits.pace().chance(BADLY_DONE);
    Action action =
        good
            ? Action.of("close")
            : Action.because("rework", habits.say(Text.of("demo.people.rework")));
    habits
        .doings()
        .attempt(
            () -> {
              CaseDetail after = login.post(actions(row), action, CaseDetail.class);
              casebook.seen(after);
              if (good) {
                casebook
                    .find(row.id())
                    .flatMap(Casebook.Card::publicCode)
                    .ifPresent(residents::told);
              }
            });
    habits.diary().done(thing);
  }

  private static String actions(CaseRow row) {
    return "cases/" + row.id() + "/actions";
  }
}
