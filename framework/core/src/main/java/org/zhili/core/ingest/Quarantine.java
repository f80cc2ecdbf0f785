package org.zhili.core.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.zhili.city.Device;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.core.store.StoreUnavailable;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * The messages nothing could be made of yet, and their way back into the pipeline (隔离区).
 *
 * <p>Thread-safe. A message is replayed at most once at a time, whichever node does it, and in the
 * order of arrival. Methods throw {@link StoreUnavailable} when they read from a store that is
 * away, or when the town leaves meanwhile; once messages are read, they wait for the store.
 */
public final class Quarantine {
  /** How often a message that a driver or rule failed on is tried again by itself. */
  public static final int ATTEMPTS = 5;

  /**
   * How often a message nobody was there for, or nobody took, is tried by itself while nobody
   * comes: once more, as who comes while it is being stored may have come too late for it.
   */
  private static final int IN_VAIN = 2;

  private static final int PAGE = 200;

  /** What another entry in the register may put right. */
  private static final Set<Kind> REGISTER =
      Set.of(Kind.UNKNOWN_DEVICE, Kind.NO_DRIVER, Kind.FOREIGN);

  /** What another build of the driver may put right. */
  private static final Set<Kind> ANSWERED = Set.of(Kind.REJECTED, Kind.DRIVER_FAILED);

  private final QuarantineStore store;
  private final BatchWriter writer;
  private final Sources sources;
  private final QuarantineBounds bounds;
  private final RegisterWatch register;
  private Map<String, Answerer> answerers = Map.of();
  private Map<String, Object> rules = Map.of();
  private boolean swept;

  Quarantine(QuarantineStore store, BatchWriter writer, Sources sources, QuarantineBounds bounds) {
    this.store = store;
    this.writer = writer;
    this.sources = sources;
    this.bounds = bounds;
    register = new RegisterWatch(store, sources.devices());
  }

  /**
   * What became of replayed messages.
   *
   * @param stored they were understood and have left the quarantine
   * @param kept they are still in it, perhaps for another reason
   * @param gone somebody else had released them
   */
  public record Replayed(int stored, int kept, int gone) {
    Replayed plus(Replayed other) {
      return new Replayed(stored + other.stored, kept + other.kept, gone + other.gone);
    }
  }

  public Optional<Quarantined> find(UUID id) {
    return store.find(id);
  }

  /** List messages in the order of arrival, behind the one with that id. */
  public List<Quarantined> list(Selection selection, Optional<UUID> after, int limit) {
    return list(selection, Set.of(), after, limit);
  }

  /** The same of devices that are registered in any of these areas; none for all messages. */
  public List<Quarantined> list(
      Selection selection, Set<AreaId> areas, Optional<UUID> after, int limit) {
    return store.list(selection, areas, after, limit);
  }

  /** Remove messages for good, and say how many there were. */
  public int discard(Set<UUID> ids) {
    return store.discard(ids);
  }

  /** Try one message again. */
  public Replayed replay(UUID id) {
    Optional<Quarantined> message = store.find(id);
    return message.isPresent()
        ? new Replay(writer, sources.devices()).page(List.of(message.get()), kept -> true)
        : new Replayed(0, 0, 1);
  }

  /** Try again all that this driver was asked about, and all that no driver was found for. */
  public Replayed replayAll(String driver) {
    return again(Selection.ofDriver(driver), kept -> true).plus(unclaimed());
  }

  /** Try again all messages of a device, such as one that was registered since. */
  public Replayed replayAll(DeviceId device) {
    return again(Selection.of(device), kept -> true);
  }

  /** Try again all of these messages. */
  public Replayed replayAll(Selection selection) {
    return again(selection, kept -> true);
  }

  /** Any device may be registered otherwise by now, by a city pack; the next sweep finds out. */
  public void registerChanged() {
    register.registerChanged();
  }

  /**
   * Do what is due; to be called every minute or so, on any node. Drops what exceeds the bounds,
   * and tries again: what a driver or rule failed on, up to {@link #ATTEMPTS} times, and once more
   * for each that takes its place; what waited for a driver or rule that has arrived or changed, or
   * that is here and was not when the message came; what waited for a device that was registered,
   * or registered otherwise.
   */
  public synchronized Replayed sweep() {
    bounds.keep();
    Replayed sum = again(Selection.of(Kind.DRIVER_FAILED).triedLessThan(ATTEMPTS), this::isTried);
    return sum.plus(sweepRules()).plus(sweepDrivers()).plus(sweepDevices());
  }

  /**
   * Not while who failed on it is left alone for that, as that would only move it about; nor when
   * another has taken its place, who is asked about all of them in their order.
   */
  private boolean isTried(Quarantined kept) {
    return sources.answer(kept, answerer -> !isNew(answerer));
  }

  private boolean isNew(Answerer answerer) {
    return swept && !answerer.equals(answerers.get(answerer.id()));
  }

  private Replayed sweepRules() {
    Map<String, Object> stays = new HashMap<>();
    Bench present = new Bench();
    Bench arrived = new Bench();
    for (Judge judge : sources.judges().present()) {
      stays.put(judge.id(), judge.stay());
      if (judge.isAsked()) {
        present.add(judge);
      }
      if (!judge.stay().equals(rules.get(judge.id()))) {
        arrived.add(judge);
      }
    }
    Selection failed = Selection.of(Kind.RULE_FAILED);
    Replayed sum = again(failed.triedLessThan(ATTEMPTS), present::judges);
    if (!arrived.rules.isEmpty()) {
      sum = sum.plus(again(failed, kept -> kept.attempts() >= ATTEMPTS && arrived.judges(kept)));
    }
    rules = stays;
    return sum;
  }

  /** Some alarm rules. */
  private final class Bench {
    private final Set<String> rules = new HashSet<>();
    private final Set<String> deviceTypes = new HashSet<>();

    private void add(Judge judge) {
      rules.add(judge.id());
      deviceTypes.addAll(judge.deviceTypes());
    }

    /** Whether the rule that failed on the message is among them, or else one for its device. */
    private boolean judges(Quarantined kept) {
      return kept.rule().isPresent()
          ? rules.contains(kept.rule().get())
          : kept.device()
              .flatMap(sources.devices()::find)
              .filter(device -> deviceTypes.contains(device.type()))
              .isPresent();
    }
  }

  private Replayed sweepDrivers() {
    Map<String, Answerer> present = new HashMap<>();
    sources.decoders().present().forEach(decoder -> present.putIfAbsent(decoder.id(), decoder));
    sources.openers().present().forEach(opener -> present.putIfAbsent(opener.id(), opener));
    Replayed sum = new Replayed(0, 0, 0);
    boolean news = false;
    for (Answerer answerer : present.values()) {
      String id = answerer.id();
      if (!answerer.equals(answerers.get(id))) {
        news = true;
        sum = sum.plus(again(Selection.ofDriver(id), kept -> hopeful(kept, answerer)));
      } else {
        sum = sum.plus(again(inVain(Selection.ofDriver(id)), kept -> true));
      }
    }
    if (news) {
      sum = sum.plus(unclaimed());
    } else if (!present.isEmpty()) {
      sum = sum.plus(again(inVain(Selection.unclaimed()), kept -> true));
    }
    answerers = present;
    swept = true;
    return sum;
  }

  private static Selection inVain(Selection selection) {
    return selection.narrowed(Kind.NO_DRIVER).triedLessThan(IN_VAIN);
  }

  /** After a restart, the build that could make nothing of a message would only fail again. */
  private boolean hopeful(Quarantined kept, Answerer arrived) {
    return kept.kind() == Kind.NO_DRIVER
        || (ANSWERED.contains(kept.kind())
            && (swept || !kept.answeredBy().equals(Optional.of(arrived.identity()))));
  }

  private Replayed sweepDevices() {
    Replayed sum = new Replayed(0, 0, 0);
    for (DeviceId device : register.changed(answerers.keySet())) {
      register.taken(device);
      try {
        sum = sum.plus(again(Selection.of(device), this::isDecidedByRegister));
      } catch (RuntimeException e) {
        register.notTried(device);
        throw e;
      }
    }
    for (NetworkId network : register.known()) {
      sum = sum.plus(replayAll(Selection.of(network)));
    }
    return sum;
  }

  /** Another entry may put it right; what another driver than its own answered, too. */
  private boolean isDecidedByRegister(Quarantined kept) {
    Optional<String> own = kept.device().flatMap(sources.devices()::find).map(Device::driver);
    return REGISTER.contains(kept.kind())
        || (ANSWERED.contains(kept.kind()) && own.isPresent() && !own.equals(kept.driver()));
  }

  private Replayed unclaimed() {
    return again(Selection.unclaimed(), kept -> true);
  }

  private Replayed again(Selection selection, Predicate<Quarantined> worthwhile) {
    Replayed sum = new Replayed(0, 0, 0);
    Replay replay = new Replay(writer, sources.devices());
    Optional<UUID> after = Optional.empty();
    for (; ; ) {
      List<Quarantined> page = store.list(selection, after, PAGE);
      sum = sum.plus(replay.page(page, worthwhile));
      if (page.size() < PAGE) {
        return sum;
      }
      after = Optional.of(page.get(page.size() - 1).id());
    }
  }
}
