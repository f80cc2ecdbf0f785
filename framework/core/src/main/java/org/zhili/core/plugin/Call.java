package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.zhili.core.plugin.Breaker.Pass;

/**
 * A list of questions on its way through a plug-in.
 *
 * <p>One worker answers all of them in a stint, while the asking thread watches the clock of the
 * question at hand. A stint that overruns is abandoned, and another goes on with the next question;
 * what the abandoned one says later is dropped, since it is no longer the current stint.
 */
final class Call<P, Q, R> {
  private static final ThreadLocal<@Nullable Call<?, ?, ?>> AT_WORK = new ThreadLocal<>();

  private final Seat<P> seat;
  private final Terms terms;
  private final List<Q> questions;
  private final Asking<? super P, ? super Q, R> asking;
  private final @Nullable Call<?, ?, ?> madeFrom = AT_WORK.get();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // guarded by the lock
  private final List<Answer<R>> answers;
  private @Nullable Stint current;
  private @Nullable Error fatal;
  private boolean withdrawn;
  private OptionalLong putOffAt = OptionalLong.empty();

  Call(Seat<P> seat, Terms terms, List<Q> questions, Asking<? super P, ? super Q, R> asking) {
    this.seat = seat;
    this.terms = terms;
    this.questions = List.copyOf(questions);
    this.asking = asking;
    answers = new ArrayList<>(questions.size());
  }

  /** The calls this thread is answering: the plug-in's own, and those it was made from. */
  static Set<Call<?, ?, ?>> aroundThisThread() {
    Set<Call<?, ?, ?>> around = new HashSet<>();
    for (Call<?, ?, ?> call = AT_WORK.get(); call != null; call = call.madeFrom) {
      around.add(call);
    }
    return around;
  }

  /** Whether it is made from inside a call of the same plug-in, which it must not wait for. */
  boolean isNested() {
    return madeFrom != null && (madeFrom.seat.equals(seat) || madeFrom.isNested());
  }

  /** How long the caller may wait to be let in. */
  long nanosToWait() {
    return terms.patience().limit().toNanos();
  }

  /** Have all questions answered, one way or another. */
  List<Answer<R>> answers(P plugin) {
    boolean interrupted = false;
    lock.lock();
    try {
      while (answers.size() < questions.size()) {
        if (withdrawn || seat.isLeaving()) {
          fill(new Answer.Withdrawn<>());
        } else {
          interrupted |= askOn(plugin);
        }
        if (fatal != null) {
          throw fatal;
        }
      }
      return Collections.unmodifiableList(answers);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Give up on the question at hand and on all after it. */
  void withdraw() {
    lock.lock();
    try {
      withdrawn = true;
      if (current != null) {
        terms.breaker().leave(current.pass);
        abandon(current);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The breaker last, since who passes it has to ask. Says whether somebody interrupted it. */
  private boolean askOn(P plugin) {
    Optional<Answer.Why> spared = spared();
    if (spared.isPresent()) {
      fill(new Answer.NotAsked<>(spared.get()));
      return false;
    }
    Optional<Pass> pass = terms.breaker().pass();
    if (pass.isEmpty()) {
      fill(new Answer.NotAsked<>(Answer.Why.BREAKER_OPEN));
      return false;
    }
    return watch(begin(plugin, pass.get()));
  }

  private Optional<Answer.Why> spared() {
    if (isPutOff(System.nanoTime())) {
      terms.putOff(this, answers.size());
      return Optional.of(Answer.Why.SLOW);
    }
    return seat.circuits().spared(terms);
  }

  private boolean isPutOff(long now) {
    return putOffAt.isPresent() && now - putOffAt.getAsLong() > 0;
  }

  private void fill(Answer<R> answer) {
    answers.addAll(Collections.nCopies(questions.size() - answers.size(), answer));
  }

  private Stint begin(P plugin, Pass pass) {
    Stint stint = new Stint(plugin, pass);
    current = stint;
    try {
      seat.work(stint);
    } catch (OutOfMemoryError e) { // no thread can be had
      stint.fail(e);
    }
    return stint;
  }

  /** Wait until the stint is over; says whether somebody interrupted that. */
  private boolean watch(Stint stint) {
    boolean interrupted = false;
    while (current == stint) {
      long left = stint.watch.nanosLeft();
      if (left <= 0) {
        Answer<R> overran = new Answer.Overran<>(stint.watch.limit(), stint.watch.spins());
        abandon(stint);
        terms.answered(stint.pass, questions.get(answers.size()), overran);
        answers.add(overran);
      } else {
        try {
          left = changed.awaitNanos(stint.watch.look(left));
        } catch (InterruptedException e) {
          interrupted = true; // the limit bounds the wait; the thread may end after it
        }
      }
    }
    return interrupted;
  }

  private void abandon(Stint stint) {
    stint.abandoned = true;
    Worker thread = stint.watch.thread();
    stint.hanging = seat.circuits().abandoned(terms.part(), thread, stint.watch.spins());
    if (terms.patience().pure() && thread != null) {
      thread.interrupt();
      if (stint.watch.spins()) {
        thread.demote();
      }
    }
    end(stint);
  }

  private void end(Stint stint) {
    current = null;
    if (!terms.aside()) {
      seat.tally().worked(stint.watch.nanosWorked());
    }
    changed.signal();
  }

  private void took(long nanos) {
    if (!terms.aside()) {
      seat.tally().took(nanos);
    }
  }

  /** One worker's part in the call. All fields are guarded by the call's lock. */
  private final class Stint implements Runnable {
    private final P plugin;
    private final Pass pass;
    private final Stopwatch watch;
    private boolean abandoned;
    private Hanging.@Nullable Mark hanging;

    Stint(P plugin, Pass pass) {
      this.plugin = plugin;
      this.pass = pass;
      watch = new Stopwatch(terms.limit(pass), terms.patience().pure());
    }

    @Override
    public void run() {
      AT_WORK.set(Call.this);
      try {
        int next = first();
        while (next >= 0) {
          next = next(asking.answer(plugin, questions.get(next), seat::isLeaving));
        }
      } catch (Error e) { // the machine's, not the plug-in's, and for the asking thread to see
        fail(e);
      } finally {
        AT_WORK.remove();
        finish();
      }
    }

    private int first() {
      lock.lock();
      try {
        long begunAt = watch.begin();
        if (putOffAt.isEmpty()) {
          putOffAt =
              terms.patience().list().stream().mapToLong(l -> begunAt + l.toNanos()).findAny();
        }
        return abandoned ? -1 : answers.size();
      } finally {
        lock.unlock();
      }
    }

    /** Hand in an answer; the next question, or -1 when there is none for this stint. */
    private int next(Answer<R> answer) {
      lock.lock();
      try {
        if (abandoned) {
          return -1;
        }
        long now = System.nanoTime();
        took(watch.lap(now));
        boolean well = terms.answered(pass, questions.get(answers.size()), answer);
        answers.add(answer);
        if (answers.size() == questions.size() || isOver(well, now)) {
          end(this);
          return -1;
        }
        return answers.size();
      } finally {
        lock.unlock();
      }
    }

    private boolean isOver(boolean well, long now) {
      return !well
          || isPutOff(now)
          || watch.isDemoted()
          || seat.isLeaving()
          || seat.circuits().spared(terms).isPresent();
    }

    private void fail(Error error) {
      terms.breaker().leave(pass);
      lock.lock();
      try {
        if (!abandoned) {
          fatal = error;
          end(this);
        }
      } finally {
        lock.unlock();
      }
    }

    private void finish() {
      lock.lock();
      try {
        watch.end();
        if (hanging != null) {
          seat.tally().hanging().cameBack(hanging);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
