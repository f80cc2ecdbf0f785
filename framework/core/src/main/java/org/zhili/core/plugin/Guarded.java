package org.zhili.core.plugin;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhili.core.plugin.GateLimits.Patience;
import org.zhili.module.Contribution;

/**
 * A plug-in as the town may have it: one that can only be asked.
 *
 * <p>Questions run on threads of the gate, so nothing bound to the asking thread (a transaction, a
 * log context) reaches the plug-in. Asking never throws but {@link OutOfMemoryError}, and ends
 * within the limit per question. An interrupt of the asking thread is kept for later. There is one
 * of these for each stay of a plug-in, equal only to itself; holding on to it does not hold on to
 * the plug-in. Thread-safe.
 *
 * @param <P> the SPI
 */
public final class Guarded<P> {
  private static final String SELF = "";

  private final Seat<P> seat;
  private final Patience patience;

  Guarded(Class<P> spi, Seat<P> seat) {
    this.seat = seat;
    patience = seat.limits().patience(spi);
  }

  /** Who is asked; what traces record beside an answer. */
  public PluginIdentity identity() {
    return seat.identity();
  }

  /** Whether it is leaving or has left; all questions are then answered {@code Withdrawn}. */
  public boolean isLeaving() {
    return seat.isLeaving();
  }

  /** Ask one question. */
  public <R> Answer<R> ask(Function<? super P, ? extends R> question) {
    // each time another question, as the breaker sees it
    return seat.<Object, R>ask(
            SELF, patience, List.of(new Object()), (plugin, once) -> question.apply(plugin))
        .get(0);
  }

  /**
   * Ask many questions at the cost of about one, in their order, each with its own limit. One that
   * overruns or breaks does not hurt the others; those the plug-in has not begun when it leaves are
   * {@code Withdrawn}, and those it is not asked any more, since too many before them failed or
   * took too long, are {@code NotAsked}.
   *
   * @param questions copied first; none of them null
   * @return as many answers, in the order of the questions
   */
  public <Q, R> List<Answer<R>> askEach(
      List<Q> questions, BiFunction<? super P, ? super Q, ? extends R> question) {
    return seat.ask(SELF, patience, questions, question::apply);
  }

  /** Whether a question would be put to it now, or at least tried on it. */
  public boolean isAsked() {
    return seat.isAsked(SELF);
  }

  /** Ask it nothing more until it is {@link #release released} or another takes its place. */
  public void isolate() {
    seat.isolate();
  }

  /** Ask it again, as if it had never failed. */
  public void release() {
    seat.release();
  }

  /**
   * Ask one of the parts it brings, which has a breaker of its own, with its limit.
   *
   * @param part an id that no other part of it has
   */
  <Q, R> List<Answer<R>> each(
      String part,
      Contribution brought,
      List<Q> questions,
      Asking<? super P, ? super Q, ? extends R> asking) {
    return seat.ask(part, seat.limits().patience(brought), questions, asking);
  }

  boolean isAsked(String part) {
    return seat.isAsked(part);
  }

  @Override
  public String toString() {
    return identity().toString();
  }
}
