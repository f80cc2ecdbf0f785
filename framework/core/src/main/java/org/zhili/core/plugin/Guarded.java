package org.zhili.core.plugin;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhili.core.plugin.GateLimits.Patience;

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
    return seat.<Boolean, R>ask(patience, List.of(true), (plugin, once) -> question.apply(plugin))
        .get(0);
  }

  /**
   * Ask many questions at the cost of about one, in their order, each with its own limit. One that
   * overruns or breaks does not hurt the others; those the plug-in has not begun when it leaves are
   * {@code Withdrawn}.
   *
   * @param questions copied first; none of them null
   * @return as many answers, in the order of the questions
   */
  public <Q, R> List<Answer<R>> askEach(
      List<Q> questions, BiFunction<? super P, ? super Q, ? extends R> question) {
    return seat.ask(patience, questions, question::apply);
  }

  /** Ask with a limit other than the SPI's, as each kind of contribution has its own. */
  <Q, R> List<Answer<R>> each(
      Class<?> kind, List<Q> questions, Asking<? super P, ? super Q, ? extends R> asking) {
    return seat.ask(seat.limits().patience(kind), questions, asking);
  }

  @Override
  public String toString() {
    return identity().toString();
  }
}
