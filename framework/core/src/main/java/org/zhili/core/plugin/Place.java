package org.zhili.core.plugin;

import java.util.List;
import java.util.Optional;
import org.zhili.core.plugin.PluginStatus.State;
import org.zhili.text.Text;

/** One plug-in's stay, from admission or refusal until its door closes it. */
final class Place<P> implements Membership {
  private final PluginGate gate;
  private final Class<P> spi;
  private final Seat<P> seat;
  private final PluginIdentity identity;
  private final Verdict verdict;
  private final Optional<Guarded<P>> guarded;
  private final Optional<Introduction> introduction;

  /** An admitted one. */
  Place(PluginGate gate, Class<P> spi, Seat<P> seat, Introduction introduction) {
    this.gate = gate;
    this.spi = spi;
    this.seat = seat;
    identity = seat.identity();
    verdict = new Verdict.Admitted();
    guarded = Optional.of(new Guarded<>(spi, seat));
    this.introduction = Optional.of(introduction);
  }

  /** A refused one, remembered so that people can see why. */
  Place(PluginGate gate, Class<P> spi, Seat<P> seat, PluginIdentity identity, List<Text> reasons) {
    this.gate = gate;
    this.spi = spi;
    this.seat = seat;
    this.identity = identity;
    verdict = new Verdict.Refused(reasons);
    guarded = Optional.empty();
    introduction = Optional.empty();
  }

  Class<P> spi() {
    return spi;
  }

  Named named() {
    return new Named(spi.getSimpleName(), identity.id());
  }

  Seat<P> seat() {
    return seat;
  }

  Optional<Guarded<P>> guarded() {
    return guarded;
  }

  Optional<Introduction> introduction() {
    return introduction;
  }

  List<Text> reasons() {
    return verdict instanceof Verdict.Refused refused ? refused.reasons() : List.of();
  }

  /**
   * Answer, in vain, what the version in use was asked lately, while that still answers those who
   * wait. One in trouble has nothing to teach.
   */
  void rehearse(Roster roster) {
    if (guarded.isPresent()) {
      roster.places(spi).stream()
          .filter(other -> other.named().equals(named()))
          .filter(other -> other.guarded.filter(Guarded::isAsked).isPresent())
          .forEach(other -> seat.rehearse(other.seat));
    }
  }

  PluginStatus status(Roster roster) {
    State state = roster.isInUse(this) ? State.IN_USE : State.RESERVE;
    return seat.tally()
        .status(
            spi,
            identity(),
            guarded.isPresent() ? state : State.REFUSED,
            roster.isTied(this) ? List.of(Text.of("plugin.tied", identity.toString())) : reasons(),
            seat.circuits().list());
  }

  @Override
  public PluginIdentity identity() {
    return identity;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void close() {
    gate.leave(List.of(this));
  }
}
