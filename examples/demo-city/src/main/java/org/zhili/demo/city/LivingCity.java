package org.zhili.demo.city;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.zhili.demo.city.device.Fitters;
import org.zhili.demo.city.device.Fleet;
import org.zhili.demo.city.device.Inventory;
import org.zhili.demo.city.device.Thing;
import org.zhili.demo.city.ledger.Auditor;
import org.zhili.demo.city.ledger.Casebook;
import org.zhili.demo.city.ledger.Ledger;
import org.zhili.demo.city.ledger.Verdict;
import org.zhili.demo.city.people.TownHall;
import org.zhili.demo.city.town.Answers;
import org.zhili.demo.city.town.Answers.Status;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Refusal;
import org.zhili.demo.city.town.TownClock;

/** Sensors and people of a settled city, and who watches that nothing is lost. */
final class LivingCity implements AutoCloseable {
  /** How many answers in a row may fail to come before the town is given up. */
  private static final int SILENT = 30;

  /** Sensors of each kind, beside those of the city pack. */
  private static final int EACH = 80;

  private static final int LOOKED_AT = 8;
  private static final int LAST_WAIT_SECONDS = 30;

  private final Screen screen;
  private final Offices offices;
  private final TownClock clock;
  private final Ledger ledger = new Ledger();
  private final Casebook casebook = new Casebook();
  private final Fleet fleet;
  private final Auditor auditor;
  private final Fitters fitters;
  private final TownHall townHall;
  private final Story story;
  private final Broadcast broadcast;
  private final Map<String, Login> workers;
  private final Answers.Credential storyCredential;
  private int size;
  private int silent;

  /** Those of the town hall who are logged in. */
  record Offices(Login operator, Login supervisor) {}

  /** Settle a city in a town that runs at this speed. */
  LivingCity(Api api, Settlement settlement, Offices offices, Stage stage)
      throws Refusal, MqttException {
    this.screen = stage.screen();
    this.offices = offices;
    clock = new TownClock(stage.speed(), System::nanoTime, status().at());
    fleet = new Fleet(clock, ledger, new Random());
    auditor = new Auditor(ledger, casebook, offices.operator());
    workers = settlement.workers();
    List<String> cells = settlement.cells();
    fitters = new Fitters(settlement.registrar(), stage.broker(), screen.words());
    storyCredential = settle(settlement.devices(), cells);
    townHall =
        new TownHall(
            new TownHall.City(api, fleet, casebook, clock),
            new TownHall.Staff(offices.operator(), offices.supervisor(), workers),
            cells,
            new TownHall.Speech(screen.words(), screen.language()));
    story = new Story(api, offices.operator(), casebook, screen);
    broadcast = new Broadcast(screen);
  }

  /** Where it is played: before whom, how fast, and over which broker. */
  record Stage(Screen screen, double speed, String broker) {}

  private Answers.Credential settle(List<Answers.Device> devices, List<String> cells)
      throws Refusal, MqttException {
    Predicate<Answers.Device> ofStory = device -> device.id().equals(Settlement.STORY);
    Answers.Device story =
        devices.stream()
            .filter(ofStory)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no device " + Settlement.STORY));
    List<Answers.Device> others = devices.stream().filter(ofStory.negate()).toList();
    List<Thing> things = Inventory.of(cells, EACH, new Random());
    size = 1 + others.size() + things.size();
    Answers.Credential credential = fitters.single(story, fleet);
    fitters.begin(others, things, fleet);
    return credential;
  }

  Map<String, Login> workers() {
    return workers;
  }

  Answers.Credential storyCredential() {
    return storyCredential;
  }

  /** How many sensors there are once all are fitted. */
  int size() {
    return size;
  }

  Instant now() {
    return clock.instant();
  }

  void begin() {
    townHall.open();
    fleet.start();
    Story.begin(fleet);
  }

  private Status status() throws Refusal {
    return offices.operator().get("status", Status.class);
  }

  /** Show how things are; false once the town has long given no answer. */
  boolean show() throws MqttException, Refusal {
    fitters.check();
    try {
      Status status = status();
      clock.told(status.at());
      broadcast.show(status, ledger.counts(), auditor.look(LOOKED_AT));
      story.goOn();
      silent = 0;
    } catch (Refusal refusal) {
      silent++;
    }
    return silent < SILENT;
  }

  /** Let it come to rest and draw the sum; whether all is well. */
  boolean conclude(Instant from) throws InterruptedException, Refusal {
    screen.say("demo.concluding");
    fitters.close();
    fleet.calm();
    Verdict verdict = verdict();
    Summary summary = new Summary(screen);
    Status status = status();
    summary.cases(status, casebook);
    summary.people(townHall.doings());
    summary.scores(offices.supervisor(), from, status.at());
    story.conclude();
    boolean kept = summary.account(ledger.counts(), verdict, casebook);
    screen.say(kept ? "demo.well" : "demo.lost");
    return summary.closing(status, casebook, townHall.fromReportToEnd()) && kept;
  }

  /** What is not accounted for when the town has had time enough is lost. */
  private Verdict verdict() throws InterruptedException, Refusal {
    Verdict verdict = Verdict.NOTHING;
    for (int second = 0; second < LAST_WAIT_SECONDS; second++) {
      TimeUnit.SECONDS.sleep(1);
      townHall.operator().writeDownNewCases();
      verdict = auditor.audit();
      if (verdict.lost() == 0 && ledger.counts().underWay() == 0) {
        return verdict;
      }
    }
    return verdict;
  }

  @Override
  public void close() {
    fitters.close();
    fleet.close();
    townHall.close();
  }
}
