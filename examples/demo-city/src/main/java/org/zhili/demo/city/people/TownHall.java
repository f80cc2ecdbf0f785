package org.zhili.demo.city.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.zhili.demo.city.device.Fleet;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.demo.city.town.TownClock;
import org.zhili.text.Language;
import org.zhili.text.Words;

/** All people of the city at work. */
public final class TownHall implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;
  private static final int THREADS = 4;

  /** One unit that is always late, so that grades differ. */
  private static final String SLOW_UNIT = "power-company";

  private static final double SLOW = 8;

  private final List<Person> people = new ArrayList<>();
  private final Doings doings = new Doings();
  private final Operator operator;
  private final Pace pace;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "demo-people");
            thread.setDaemon(true);
            return thread;
          });

  /** The city people work in. */
  public record City(Api api, Fleet fleet, Casebook casebook, TownClock clock) {}

  /** Words they say, and in which language. */
  public record Speech(Words words, Language language) {}

  /**
   * Who works there.
   *
   * @param units one worker of each unit
   */
  public record Staff(Login operator, Login supervisor, Map<String, Login> units) {}

  public TownHall(City city, Staff staff, List<String> cells, Speech speech) {
    pace = new Pace(new Random(), city.clock());
    Habits habits =
        new Habits(new Diary(city.clock()), pace, speech.words(), speech.language(), doings);
    Residents residents = new Residents(city.api(), habits, System::nanoTime);
    operator = new Operator(staff.operator(), city.casebook(), cells, habits);
    people.add(operator);
    people.add(new Supervisor(staff.supervisor(), city.casebook(), residents, habits));
    people.add(residents);
    staff
        .units()
        .forEach(
            (unit, login) ->
                people.add(
                    new Worker(
                        unit, unit.equals(SLOW_UNIT) ? SLOW : 1, login, city.fleet(), habits)));
  }

  /** Let everybody look for work every now and then. */
  public void open() {
    long shift = LOOK_MILLIS / people.size();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      Future<?> untilClosed =
          threads.scheduleWithFixedDelay(
              () -> look(person), i * shift, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (untilClosed.isDone()) {
        throw new IllegalStateException("nobody works here");
      }
    }
  }

  private void look(Person person) {
    try {
      person.look();
    } catch (Refusal refusal) {
      doings.refused(refusal);
    } catch (RuntimeException e) {
      doings.failed(e);
    }
  }

  public Operator operator() {
    return operator;
  }

  /** How long after its report an ordinary case is closed at the latest, in business time. */
  public Duration fromReportToEnd() {
    return pace.fromReportToEnd();
  }

  public Doings.Count doings() {
    return doings.count();
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
