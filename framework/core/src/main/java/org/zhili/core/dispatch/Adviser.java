package org.zhili.core.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.rules.CityRules;
import org.zhili.text.Explanation;
import org.zhili.text.Words;

/** Asks the city's strategy through the gate, and writes its answer down in words. */
public final class Adviser {
  private final PluginGate gate;
  private final Supplier<Words> words;

  /**
   * Set up.
   *
   * @param words the words of all plug-ins
   */
  public Adviser(PluginGate gate, Supplier<Words> words) {
    this.gate = gate;
    this.words = words;
  }

  /** What came of asking: advice, or what stood in the way, or both. */
  public record Advised(Optional<Advice> advice, Set<ReviewReason> obstacles) {}

  /** Whether the city's strategy is here, and would be asked. */
  public boolean isAsked(CityRules rules) {
    return gate.named(DispatchStrategy.class, rules.strategy())
        .filter(Guarded::isAsked)
        .isPresent();
  }

  /** Ask for one case. Takes as long as the strategy may. */
  public Advised advise(DispatchRequest request, CityRules rules) {
    Optional<Guarded<DispatchStrategy>> strategy =
        gate.named(DispatchStrategy.class, rules.strategy());
    if (strategy.isEmpty()) {
      return new Advised(Optional.empty(), Set.of(ReviewReason.STRATEGY_ABSENT));
    }
    Answer<Proposal> answer = strategy.get().ask(s -> s.propose(request));
    if (answer instanceof Answer.Given<Proposal> given) {
      Advice advice = advice(strategy.get(), given.value(), request, rules);
      return advice.lead().isPresent()
          ? new Advised(Optional.of(advice), Set.of())
          : new Advised(Optional.of(advice), Set.of(ReviewReason.REFERRED));
    }
    return new Advised(Optional.empty(), Set.of(obstacle(answer)));
  }

  private static ReviewReason obstacle(Answer<Proposal> answer) {
    if (answer instanceof Answer.Withdrawn) {
      return ReviewReason.STRATEGY_WITHDRAWN;
    }
    return answer instanceof Answer.NotAsked
        ? ReviewReason.STRATEGY_NOT_ASKED
        : ReviewReason.STRATEGY_FAILED;
  }

  private Advice advice(
      Guarded<DispatchStrategy> strategy,
      Proposal proposal,
      DispatchRequest request,
      CityRules rules) {
    Words all = words.get();
    Explanation why = proposal.why();
    Optional<Proposal.Assign> assign =
        proposal instanceof Proposal.Assign a ? Optional.of(a) : Optional.empty();
    return new Advice(
        strategy.identity().toString(),
        assign.map(Proposal.Assign::lead),
        assign.map(Proposal.Assign::assisting).orElse(Set.of()),
        assign.map(Proposal.Assign::supervising).orElse(Set.of()),
        assign.map(Proposal.Assign::alternatives).orElse(List.of()),
        assign.map(Proposal.Assign::confidence).orElse(0.0),
        all.render(why.summary()),
        why.factors().stream()
            .map(f -> new Advice.Weighed(all.render(f.label()), f.weight()))
            .toList(),
        rules.version(),
        request.at(),
        Advice.Grounds.of(request));
  }
}
