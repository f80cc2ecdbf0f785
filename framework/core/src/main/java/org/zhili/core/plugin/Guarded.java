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
  /** The part that is the plug-in itself. */
  public static final String SELF = "";

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
    return ask(seat.circuits().terms(SELF, patience), question);
  }

  /**
   * Ask one question on a person's behalf, or who it is: whatever its breaker says and although it
   * is isolated, and without what comes of it being held against it. Limits hold as ever.
   */
  public <R> Answer<R> askAside(Function<? super P, ? extends R> question) {
    return ask(seat.circuits().aside(patience), question);
  }

  private <R> Answer<R> ask(Terms terms, Function<? super P, ? extends R> question) {
    return seat.<Object, R>ask(
            terms, List.of(new Object()), (plugin, once) -> question.apply(plugin))
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
    return askEach(SELF, questions, question);
  }

  /**
   * The same about matters that have a breaker of their own, so that what fails with these is asked
   * about others all the same.
   *
   * @param part a name for them, of which there are few
   */
  public <Q, R> List<Answer<R>> askEach(
      String part, List<Q> questions, BiFunction<? super P, ? super Q, ? extends R> question) {
    Asking<P, Q, R> asking = question::apply;
    seat.remember(part, patience, questions, asking);
    return seat.ask(seat.circuits().terms(part, patience), questions, asking);
  }

  /** Whether a question would be put to it now, or at least tried on it. */
  public boolean isAsked() {
    return isAsked(SELF);
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
      Asking<? super P, ? super Q, R> asking) {
    return seat.ask(
        seat.circuits().terms(part, seat.limits().patience(brought)), questions, asking);
  }

  /** The same of one part. */
  public boolean isAsked(String part) {
    return !seat.isLeaving() && seat.circuits().isAsked(part);
  }

  @Override
  public String toString() {
    return identity().toString();
  }
}
