package org.zhili.core.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.core.calendar.YearUnknown;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.ModuleStanding;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.NewTimer;
import org.zhili.core.timer.TimerClaim;
import org.zhili.core.timer.TimerHandler;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;
import org.zhili.id.CaseId;
import org.zhili.module.Contribution;

/**
 * Lets modules follow cases: an outbox row is written with the change, and the module is called
 * after the commit, at least once and in order within a case. What a module that is away would have
 * followed waits for it.
 */
public final class Reactions implements CaseListener, TimerHandler {
  public static final String REACTION = "reaction";

  private final ModuleBook modules;
  private final TimerStore timers;
  private final Desk desk;
  private final TraceLog trace;
  private final Map<String, List<Wanted>> wantedByModule = new ConcurrentHashMap<>();

  public Reactions(ModuleBook modules, TimerStore timers, Desk desk, TraceLog trace) {
    this.modules = modules;
    this.timers = timers;
    this.desk = desk;
    this.trace = trace;
  }

  /** What a reaction waits for, without the code that follows. */
  private record Wanted(String reaction, Set<String> caseTypes, Set<CaseState> states) {
    static Wanted by(Contribution.Reaction reaction) {
      return new Wanted(reaction.id(), reaction.caseTypes(), reaction.states());
    }

    boolean fits(CaseFile file) {
      return caseTypes.contains(file.type().id()) && states.contains(file.state());
    }
  }

  /**
   * Learn what the modules that are here want to follow; to be called when they change. Of one that
   * left, what it wanted last is remembered until the town closes, since it may be on its way back.
   */
  public synchronized void learn() {
    Map<String, List<Wanted>> here = new HashMap<>();
    for (ModuleStanding standing : modules.standings()) {
      if (standing instanceof ModuleStanding.InUse) {
        here.put(standing.module().id(), new ArrayList<>());
      }
    }
    for (Contributed<Contribution.Reaction> reaction : modules.contributions().reactions()) {
      here.computeIfAbsent(reaction.module().identity().id(), id -> new ArrayList<>())
          .add(Wanted.by(reaction.contribution()));
    }
    wantedByModule.putAll(here);
  }

  @Override
  public void changed(Change change) {
    CaseFile file = change.after();
    if (change.before().filter(before -> before.state() == file.state()).isPresent()) {
      return;
    }
    for (List<Wanted> ofModule : wantedByModule.values()) {
      for (Wanted wanted : ofModule) {
        if (wanted.fits(file)) {
          String lane = wanted.reaction() + " " + file.id();
          String key = lane + " " + file.version();
          timers.add(new NewTimer(REACTION, key, lane, change.event().at()));
        }
      }
    }
  }

  @Override
  public Effect handle(TimerClaim claim) {
    List<String> parts = List.of(claim.key().split(" "));
    Optional<Contributed<Contribution.Reaction>> reaction =
        modules.contributions().reactions().stream()
            .filter(r -> r.contribution().id().equals(parts.get(0)))
            .findFirst();
    if (reaction.isEmpty()) {
      return Effect.notYet(Missing.Part.REACTION, parts.get(0));
    }
    CaseId id = CaseId.of(parts.get(1));
    long sequence = Long.parseLong(parts.get(2));
    TraceEntry entry =
        trace.of(id).stream().filter(e -> e.sequence() == sequence).findFirst().orElseThrow();
    CaseFile file = desk.find(id).orElseThrow();
    return tell(reaction.get(), event(entry), file) instanceof Answer.NotAsked
        ? Effect.notYet(Missing.Part.REACTION, parts.get(0))
        : Effect.NOTHING;
  }

  /** A year the calendar does not know is no fault of the module that acts on a case. */
  private static Answer<Contributed.Done> tell(
      Contributed<Contribution.Reaction> reaction, CaseEvent event, CaseFile file) {
    AtomicReference<@Nullable YearUnknown> unknown = new AtomicReference<>();
    Answer<Contributed.Done> answer =
        reaction.tell(
            r -> {
              try {
                r.follow().follow(event, file);
              } catch (YearUnknown e) {
                unknown.set(e);
              }
            });
    YearUnknown year = unknown.get();
    if (year != null) {
      throw year;
    }
    if (answer.given().isEmpty() && !(answer instanceof Answer.NotAsked)) {
      throw new IllegalStateException("reaction " + reaction.contribution().id() + ": " + answer);
    }
    return answer;
  }

  private static CaseEvent event(TraceEntry entry) {
    return new CaseEvent(
        entry.caseId(),
        entry.sequence(),
        entry.action(),
        entry.step(),
        entry.state(),
        entry.standing(),
        entry.actor(),
        entry.at());
  }
}
