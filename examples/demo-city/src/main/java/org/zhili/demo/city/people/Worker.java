package org.zhili.demo.city.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.zhili.demo.city.device.Fleet;
import org.zhili.demo.city.town.Answers.CaseDetail;
import org.zhili.demo.city.town.Answers.CasePage;
import org.zhili.demo.city.town.Answers.CaseRow;
import org.zhili.demo.city.town.Answers.Order;
import org.zhili.demo.city.town.Answers.Orders;
import org.zhili.demo.city.town.Answers.Photo;
import org.zhili.demo.city.town.Bodies.Action;
import org.zhili.demo.city.town.Bodies.Evidence;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.text.Text;

/** Works for one unit: signs for its cases, repairs the thing, and feeds back. */
final class Worker implements Person {
  private static final double NOT_OURS = 0.02;
  private static final byte[] SIGN = picture("sign.png");
  private static final Set<String> WAITING = Set.of("ISSUED", "DELIVERED");

  private final String unit;
  private final double slowness;
  private final Login login;
  private final Fleet fleet;
  private final Habits habits;

  Worker(String unit, double slowness, Login login, Fleet fleet, Habits habits) {
    this.unit = unit;
    this.slowness = slowness;
    this.login = login;
    this.fleet = fleet;
    this.habits = habits;
  }

  @Override
  public void look() throws Refusal {
    CasePage page =
        login.get("cases?state=DISPATCHED&state=HANDLING&standing=OPEN&limit=200", CasePage.class);
    for (CaseRow row : page.items()) {
      if (row.lead().filter(unit::equals).isPresent()) {
        if (row.state().equals("DISPATCHED")) {
          sign(row);
        } else {
          handle(row);
        }
      }
    }
    for (Order order : login.get("orders?limit=100", Orders.class).items()) {
      if (!order.role().equals("LEAD") && WAITING.contains(order.status())) {
        habits.doings().attempt(() -> login.post("orders/" + order.id() + "/acknowledgement"));
      }
    }
  }

  private void sign(CaseRow row) {
    String thing = "sign " + row.id();
    if (!habits.diary().isTime(thing, () -> habits.pace().signing(slowness))) {
      return;
    }
    boolean ours = !habits.pace().chance(NOT_OURS);
    Action action =
        ours
            ? Action.of("acknowledge")
            : Action.because("request-return", habits.say(Text.of("demo.people.not-ours")));
    if (habits.doings().attempt(() -> login.post(actions(row), action))) {
      habits.diary().done(thing);
    }
  }

  private void handle(CaseRow row) throws Refusal {
    String thing = "handle " + row.id();
    if (!habits.diary().isTime(thing, () -> habits.pace().handling(slowness))) {
      return;
    }
    CaseDetail detail = login.get("cases/" + row.id(), CaseDetail.class);
    boolean unsafe =
        detail.milestones().stream()
            .anyMatch(m -> m.id().equals("make-safe") && m.metAt().isEmpty());
    if (unsafe) {
      habits.doings().attempt(() -> login.post(actions(row), Action.meet("make-safe", sign())));
    }
    Evidence note = new Evidence("note", habits.say(Text.of("demo.people.repaired")));
    if (habits.doings().attempt(() -> login.post(actions(row), Action.of("feed-back", note)))) {
      habits.diary().done(thing);
      detail.device().ifPresent(device -> fleet.repair(device, detail.condition()));
    }
  }

  /** What was put up to keep people away. */
  private Evidence sign() throws Refusal {
    return new Evidence("photo-sign", login.post("attachments", SIGN, Photo.class).reference());
  }

  private static byte[] picture(String name) {
    try (InputStream in = Worker.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String actions(CaseRow row) {
    return "cases/" + row.id() + "/actions";
  }
}
