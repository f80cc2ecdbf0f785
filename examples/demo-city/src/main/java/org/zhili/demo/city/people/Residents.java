package org.zhili.demo.city.people;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.zhili.demo.city.town.Answers.Progress;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Bodies.Rating;
import org.zhili.demo.city.town.Refusal;
import org.zhili.text.Text;

/**
 * Residents who reported something and say how it went, by the public code and without a login. All
 * of them sit behind one address, from which the town takes sixty look-ups a minute.
 */
final class Residents implements Person {
  private static final double ANSWERS = 0.7;
  private static final double SOLVED = 0.93;
  private static final int PATIENT = 50;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1_500);

  private final Api api;
  private final Habits habits;
  private final LongSupplier nanoTime;
  private final Queue<String> codes = new ArrayDeque<>();
  private long nextTurn;

  Residents(Api api, Habits habits, LongSupplier nanoTime) {
    this.api = api;
    this.habits = habits;
    this.nanoTime = nanoTime;
    this.nextTurn = nanoTime.getAsLong();
  }

  /** Tell the resident with this code that the case is closed. */
  synchronized void told(String code) {
    if (habits.pace().chance(ANSWERS) && codes.size() < PATIENT) {
      codes.add(code);
    }
  }

  @Override
  public void look() {
    Optional<String> code = next();
    if (code.isEmpty()) {
      return;
    }
    nextTurn = nanoTime.getAsLong() + PAUSE;
    Rating rating = rating();
    try {
      api.call("POST", Progress.path(code.get()) + "/rating", Optional.empty(), rating, Void.class);
    } catch (Refusal refusal) {
      habits.doings().refused(refusal);
      nextTurn += refusal.pause().toNanos();
      if (refusal.status() == 429) {
        return;
      }
    }
    habits.diary().done(code.get());
    drop(code.get());
  }

  private synchronized Optional<String> next() {
    return nanoTime.getAsLong() - nextTurn >= 0
        ? codes.stream()
            .filter(code -> habits.diary().isTime(code, () -> habits.pace().rating()))
            .findFirst()
        : Optional.empty();
  }

  private synchronized void drop(String code) {
    codes.remove(code);
  }

  private Rating rating() {
    boolean solved = habits.pace().chance(SOLVED);
    int stars = solved ? Math.min(5, 3 + habits.pace().pick(6)) : 1 + habits.pace().pick(2);
    return new Rating(solved, stars, habits.say(Text.of("demo.people.rating-" + stars)));
  }
}
