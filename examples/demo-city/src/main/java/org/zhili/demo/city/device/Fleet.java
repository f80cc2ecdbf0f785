package org.zhili.demo.city.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.zhili.demo.city.device.Kind.Trouble;
import org.zhili.demo.city.ledger.Ledger;
import org.zhili.demo.city.town.TownClock;

/**
 * All sensors of the city: they speak from time to time, something goes wrong somewhere, and who
 * was repaired is well again. Thread-safe.
 */
public final class Fleet implements AutoCloseable {
  private static final long TICK_MILLIS = 50;
  private static final int UNDER_WAY = 400;
  private static final double PASSES_BY_ITSELF = 0.03;
  private static final double REPAIRED_BADLY = 0.05;

  private final TownClock clock;
  private final Ledger ledger;
  private final Random random;
  private final Rhythm rhythm;
  private final Map<String, Member> members = new HashMap<>();
  private final List<Member> talkative = new ArrayList<>();
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final PriorityQueue<Relapse> relapses =
      new PriorityQueue<>(Comparator.comparing(Relapse::at));
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "demo-fleet");
            thread.setDaemon(true);
            return thread;
          });
  private Instant nextTrouble = Instant.MIN;
  private boolean calm;

  private record Member(Sensor sensor, Uplink uplink, boolean isTalkative) {}

  /**
   * When a sensor speaks.
   *
   * @param recurring whether its next time follows from this one
   */
  private record Due(Instant at, Member member, boolean recurring) {}

  private record Relapse(Instant at, Member member, Trouble trouble) {}

  public Fleet(TownClock clock, Ledger ledger, Random random) {
    this.clock = clock;
    this.ledger = ledger;
    this.random = random;
    this.rhythm = new Rhythm(clock, random);
  }

  /** Take in a sensor that speaks from time to time. */
  public synchronized void add(Sensor sensor, Uplink uplink) {
    Member member = new Member(sensor, uplink, true);
    members.put(sensor.id(), member);
    talkative.add(member);
    long first = (long) (random.nextDouble() * rhythm.heartbeat().toNanos());
    queue.add(new Due(clock.instant().plusNanos(first), member, true));
  }

  /** Take in a sensor that speaks only of what {@link #suffer} and {@link #repair} do to it. */
  public synchronized void addSilent(Sensor sensor, Uplink uplink) {
    members.put(sensor.id(), new Member(sensor, uplink, false));
  }

  /** Let time pass. */
  public void start() {
    Future<?> untilClosed =
        ticking.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    if (untilClosed.isDone()) {
      throw new IllegalStateException("the fleet stands still");
    }
  }

  /** Let something go wrong with one thing. */
  public synchronized void suffer(String device, String condition) {
    Member member = members.get(device);
    if (member == null) {
      throw new IllegalArgumentException("no sensor " + device);
    }
    member.sensor.kind().troubles().stream()
        .filter(trouble -> trouble.condition().equals(condition))
        .findFirst()
        .ifPresent(trouble -> strike(member, trouble));
  }

  /** Put one thing right; its sensor says so soon after. */
  public synchronized void repair(String device, String condition) {
    Member member = members.get(device);
    Instant now = clock.instant();
    if (member == null || !member.sensor.repair(condition, now)) {
      return;
    }
    notice(member, now);
    if (member.isTalkative && random.nextDouble() < REPAIRED_BADLY) {
      member.sensor.kind().troubles().stream()
          .filter(trouble -> trouble.condition().equals(condition))
          .findFirst()
          .ifPresent(t -> relapses.add(new Relapse(now.plus(rhythm.relapse()), member, t)));
    }
  }

  /** Say no more, and break nothing any more. */
  public synchronized void calm() {
    calm = true;
  }

  private synchronized void tick() {
    if (calm) {
      return;
    }
    Instant now = clock.instant();
    while (!relapses.isEmpty() && relapses.peek().at().isBefore(now)) {
      Relapse relapse = relapses.remove();
      strike(relapse.member(), relapse.trouble());
    }
    if (nextTrouble.isBefore(now)) {
      chance(now);
      nextTrouble = now.plus(rhythm.untilTrouble());
    }
    while (!queue.isEmpty()
        && queue.peek().at().isBefore(now)
        && ledger.counts().underWay() < UNDER_WAY) {
      speak(queue.remove(), now);
    }
  }

  private void chance(Instant now) {
    Instant restedSince = now.minus(rhythm.rest());
    List<Member> rested =
        talkative.stream().filter(m -> m.sensor.isWellSince(restedSince)).toList();
    if (!rested.isEmpty()) {
      Member unlucky = rested.get(random.nextInt(rested.size()));
      strike(unlucky, unlucky.sensor.kind().trouble(random));
    }
  }

  private void strike(Member member, Trouble trouble) {
    if (member.sensor.isWell()) {
      member.sensor.suffer(trouble);
      queue.add(new Due(clock.instant(), member, false));
    }
  }

  /** Some conditions are over only when they were well twice. */
  private void notice(Member member, Instant now) {
    Instant once = now.plus(rhythm.noticing());
    queue.add(new Due(once, member, false));
    if (member.isTalkative) {
      queue.add(new Due(once.plus(rhythm.noticing()), member, false));
    }
  }

  private void speak(Due due, Instant now) {
    Member member = due.member();
    boolean troubled = !member.sensor.isWell();
    if (troubled && due.recurring() && random.nextDouble() < PASSES_BY_ITSELF) {
      member.sensor.kind().troubles().forEach(t -> repair(member.sensor.id(), t.condition()));
      troubled = false;
    }
    send(member, now);
    if (due.recurring()) {
      queue.add(new Due(now.plus(rhythm.heartbeat()), member, true));
    } else if (troubled && member.isTalkative) {
      queue.add(new Due(now.plus(rhythm.complaint()), member, false));
    }
  }

  private void send(Member member, Instant now) {
    Sensor.Report report = member.sensor.report(now);
    ledger.published();
    var unused =
        member
            .uplink
            .publish(member.sensor.id(), report.payload())
            .whenComplete(
                (nothing, failure) -> {
                  if (failure != null) {
                    ledger.refused();
                  } else if (report.abnormal().isPresent()) {
                    ledger.acknowledged(report.abnormal().get());
                  } else {
                    ledger.acknowledged();
                  }
                });
  }

  @Override
  public void close() {
    ticking.shutdownNow();
    Set<Uplink> uplinks = new HashSet<>();
    synchronized (this) {
      members.values().forEach(member -> uplinks.add(member.uplink));
    }
    uplinks.forEach(Uplink::close);
  }
}
