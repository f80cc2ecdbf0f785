package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the town at random moments, while devices publish and an operator works, while it starts,
 * and while it stops, and restarts it in good order; then settles accounts. {@code -Dzhili.seed}
 * repeats the moments of a run.
 */
class KillIT {
  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final Path PLACE = Path.of(System.getProperty("it.dir"));
  private static final int ROUNDS =
      System.getProperty("zhili.rounds", "verify").equals("full") ? 10 : 3;
  private static final int COVERS = 12;
  private static final int BINS = 8;
  private static final int MESSAGES_BEFORE_A_KILL = 300;
  private static final int LONGEST_LIFE_MILLISECONDS = 5_000;
  private static final int LONGEST_STOP_MILLISECONDS = 4_000;
  private static final Duration CLAIMS_HOLD = Duration.ofSeconds(25);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final long seed = Long.getLong("zhili.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final BusinessTime time = new BusinessTime("2026-05-11T01:00:00Z");
  private final List<Sensor> sensors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private long lastKill;
  private MortalTown town;
  private Ledger ledger;
  private People people;

  @BeforeEach
  void unpack() throws IOException {
    Path city = Path.of("src/test/resources/kill-city").toAbsolutePath();
    town = MortalTown.unpacked(PLACE.resolve("town.tar.gz"), PLACE.resolve("kill"), city);
    ledger = new Ledger(PLACE.resolve("kill-ledger.txt"));
    people =
        new People(
            Rest.anonymous(town.ports().http()), town.home().resolve("data/first-logins.txt"));
    LOG.info("seed {}", seed);
  }

  @AfterEach
  void end() throws IOException {
    town.close();
    ledger.close();
  }

  @Test
  void nothing_that_was_acknowledged_is_lost_or_done_twice() throws Exception {
    town.start(time.ofTown());
    Eventually.passes(PATIENCE, () -> people.administrator().get("/status").expect(200));
    Sensor last = sensor("cover-last", "south", at -> Uplink.ofCover("cover-last", at, true));
    settle();
    Clerk clerk = new Clerk(people.operator(), ledger, new Random(random.nextLong()));
    threads.add(new Thread(clerk, "clerk"));
    threads.forEach(Thread::start);
    for (int round = 1; round <= ROUNDS; round++) {
      round(round);
    }
    restart();
    outliveClaims();
    lives();
    clerk.end();
    sensors.forEach(Sensor::end);
    for (Thread thread : threads) {
      thread.join(PATIENCE.toMillis());
      assertThat(thread.isAlive()).as("%s still waits for a receipt", thread.getName()).isFalse();
    }
    drain(last);
    town.stop();
    reckon();
  }

  private void settle() {
    for (int i = 1; i <= COVERS; i++) {
      String id = "cover-" + i;
      Random own = new Random(random.nextLong());
      boolean[] tilted = {false};
      enlist(
          id,
          at -> {
            tilted[0] ^= own.nextInt(5) == 0;
            return Uplink.ofCover(id, at, tilted[0]);
          });
    }
    double[] fills = {0.2, 0.5, 0.85, 0.95, 1};
    for (int i = 1; i <= BINS; i++) {
      String id = "bin-" + i;
      Random own = new Random(random.nextLong());
      int[] level = {0};
      enlist(
          id,
          at -> {
            level[0] = Math.floorMod(level[0] + own.nextInt(3) - 1, fills.length);
            return Uplink.ofBin(id, at, fills[level[0]]);
          });
    }
  }

  private void enlist(String id, Function<Instant, Uplink> eye) {
    Sensor sensor = sensor(id, "north", eye);
    sensors.add(sensor);
    threads.add(new Thread(sensor, id));
  }

  /** Register a device and give it an account. */
  private Sensor sensor(String id, String area, Function<Instant, Uplink> eye) {
    String type = id.startsWith("cover") ? "manhole_cover" : "trash_bin";
    Rest administrator = people.administrator();
    administrator
        .put(
            "/devices/" + id,
            """
            {"type": "%s", "driver": "city-json", "area": "%s", "address": "%s"}"""
                .formatted(type, area, id))
        .expect(200);
    JsonNode credential = administrator.post("/devices/" + id + "/credential").expect(200).json();
    return new Sensor(
        Sensor.Account.of(town.ports().mqtt(), credential),
        eye,
        ledger,
        time,
        new Random(random.nextLong()));
  }

  /**
   * Kill it under load, in every third round while it stops, in every other round once more while
   * it starts, and start it again.
   */
  private void round(int round) throws InterruptedException {
    lives();
    randomly(LONGEST_LIFE_MILLISECONDS);
    if (round % 3 == 0) {
      town.beginToStop();
      LOG.info("round {}: stops for {} ms", round, randomly(LONGEST_STOP_MILLISECONDS));
    }
    town.kill();
    LOG.info("round {}: killed after {} receipts", round, ledger.size());
    if (round % 2 == 0) {
      town.start(time.ofTown());
      long usual = recoveries.isEmpty() ? 10_000 : recoveries.get(0).toMillis();
      LOG.info("round {}: killed again {} ms after it was started", round, randomly(usual));
      town.kill();
    }
    lastKill = System.nanoTime();
    comeBack();
    LOG.info("round {}: back after {}", round, recoveries.get(recoveries.size() - 1));
  }

  private void comeBack() {
    long started = System.nanoTime();
    town.start(time.ofTown());
    int before = ledger.size();
    Eventually.passes(PATIENCE, () -> assertThat(ledger.size()).isGreaterThan(before));
    recoveries.add(Duration.ofNanos(System.nanoTime() - started));
  }

  /** Stop it in good order, under load as ever, and start it again. */
  private void restart() {
    lives();
    long from = System.nanoTime();
    town.stop();
    LOG.info("stopped in {}", Duration.ofNanos(System.nanoTime() - from));
    comeBack();
  }

  /** What the killed town had begun is taken up again once its claims have run out. */
  private void outliveClaims() throws InterruptedException {
    long since = System.nanoTime() - lastKill;
    TimeUnit.NANOSECONDS.sleep(CLAIMS_HOLD.toNanos() - since);
  }

  /** Wait until the town has taken a good number of messages, and the operator got to work. */
  private void lives() {
    int before = ledger.size();
    int annulled = ledger.annulments().size();
    Eventually.passes(
        PATIENCE,
        () -> {
          assertThat(ledger.size()).isGreaterThan(before + MESSAGES_BEFORE_A_KILL);
          assertThat(ledger.annulments()).hasSizeGreaterThan(annulled);
        });
  }

  /** Let a random time pass, since that is what is tested. */
  private long randomly(long atMost) throws InterruptedException {
    long pause = random.nextLong(atMost);
    TimeUnit.MILLISECONDS.sleep(pause);
    return pause;
  }

  /** What is sent last is done last. */
  private void drain(Sensor last) {
    long from = System.nanoTime();
    last.deliver(List.of(last.look()));
    Eventually.passes(
        PATIENCE,
        () -> {
          JsonNode cases = people.operator().read("/cases?area=south&state=DISPATCHED");
          assertThat(cases.path("items")).hasSize(1);
        });
    LOG.info("drained in {}", Duration.ofNanos(System.nanoTime() - from));
  }

  private void reckon() throws IOException {
    try (Books books = new Books(town.home().resolve("data/db/zhili"))) {
      MessageReckoning messages = new MessageReckoning(ledger, books);
      CaseReckoning cases = new CaseReckoning(ledger, books);
      List<String> faults = new ArrayList<>(messages.faults());
      faults.addAll(cases.faults());
      faults.addAll(WorkReckoning.faults(books));
      String summary =
          "seed %d, %d rounds: %d acknowledged, alarms %s, %d cases, %d alerts joined one, %d sent again, %d annulled, back after %s"
              .formatted(
                  seed,
                  ROUNDS,
                  ledger.size(),
                  messages.became(),
                  cases.cases(),
                  cases.joined(),
                  ledger.repeats(),
                  ledger.annulments().size(),
                  recoveries);
      LOG.info(summary);
      Files.writeString(
          PLACE.resolve("kill-summary.txt"), summary + "\n" + String.join("\n", faults));
      assertThat(faults).as(summary).isEmpty();
    }
  }
}
