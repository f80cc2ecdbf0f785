package org.zhili.core.plugin;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;

/**
 * A contribution and the module it came with. Its functions are called here and nowhere else: with
 * its limit, and as calls of the module, which its departure waits for.
 *
 * @param <C> the kind of contribution
 */
public record Contributed<C extends Contribution>(
    Guarded<GovernanceModule> module, C contribution) {

  /** Ask one question, as {@link Guarded#ask}: {@code ask(c -> c.shell().run(arguments))}. */
  public <R> Answer<R> ask(Function<? super C, ? extends R> question) {
    return this.<Object, R>askEach(List.of(new Object()), (asked, once) -> question.apply(asked))
        .get(0);
  }

  /**
   * Ask many questions, as {@link Guarded#askEach}: {@code askEach(observations, (alarm, seen) ->
   * alarm.rule().judge(seen))}.
   */
  public <Q, R> List<Answer<R>> askEach(
      List<Q> questions, BiFunction<? super C, ? super Q, ? extends R> question) {
    return module.each(
        part(), contribution, questions, (none, asked) -> question.apply(contribution, asked));
  }

  /** Have something done that has no answer: {@code tell(c -> c.task().run(context))}. */
  public Answer<Done> tell(Order<? super C> order) {
    return module
        .<Object, Done>each(
            part(),
            contribution,
            List.of(new Object()),
            (none, once) -> {
              order.give(contribution);
              return Done.DONE;
            })
        .get(0);
  }

  /** Whether it would be asked now, as {@link Guarded#isAsked}. */
  public boolean isAsked() {
    return module.isAsked(part());
  }

  /** Those that are called have ids; what is only shown shares a breaker that never opens. */
  private String part() {
    if (contribution instanceof Contribution.Alarm alarm) {
      return alarm.id();
    } else if (contribution instanceof Contribution.Reaction reaction) {
      return reaction.id();
    } else if (contribution instanceof Contribution.Job job) {
      return job.id();
    }
    return contribution instanceof Contribution.Command command
        ? command.name()
        : contribution.getClass().getSimpleName();
  }

  /** Whether its module is leaving; what a {@code JobContext} answers to {@code stopping()}. */
  public boolean isLeaving() {
    return module.isLeaving();
  }

  /** It was done. */
  public enum Done {
    DONE
  }

  /** Something to be done that may fail in any way. */
  @FunctionalInterface
  public interface Order<C> {
    void give(C contribution) throws Exception;
  }
}
