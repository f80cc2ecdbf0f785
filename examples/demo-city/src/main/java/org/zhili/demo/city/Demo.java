package org.zhili.demo.city;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.zhili.demo.city.town.Api;
import org.zhili.demo.city.town.Login;
import org.zhili.demo.city.town.Ports;
import org.zhili.demo.city.town.Refusal;
import org.zhili.demo.city.town.Registrar;
import org.zhili.demo.city.town.TownProcess;

/** The demonstration from its beginning to its end: a town is started, lived in and stopped. */
final class Demo implements AutoCloseable {
  /** Half past eight on a Monday morning, in a year whose holidays are known. */
  private static final String MORNING = "2026-03-02T00:30:00Z";

  private final Options options;
  private final Screen screen;
  private final Ports ports;
  private final TownProcess town;
  private volatile boolean started;
  private volatile boolean closing;

  Demo(Options options, Screen screen, Map<String, String> environment) {
    this.options = options;
    this.screen = screen;
    this.ports = Ports.choose(environment);
    Map<String, String> settings = new HashMap<>(ports.settings());
    settings.put("ZHILI_CLOCK_START", environment.getOrDefault("ZHILI_CLOCK_START", MORNING));
    settings.put("ZHILI_CLOCK_SPEED", Double.toString(options.speed()));
    this.town = new TownProcess(options.home(), settings);
  }

  /** How it ended, as the exit code says it. */
  enum End {
    WELL(0),
    /** Something was lost, or no case was closed in a time that was long enough. */
    LOST(1),
    NOT_STARTED(3),
    TOWN_GONE(4);

    private final int code;

    End(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  End play() throws IOException, InterruptedException {
    if (!town.isThere()) {
      screen.say("demo.no-town", options.home().toString());
      return End.NOT_STARTED;
    }
    if (town.isRunning()) {
      screen.say("demo.running-already", options.home().toString());
      return End.NOT_STARTED;
    }
    ports.moved().forEach(port -> screen.say("demo.port-taken", Integer.toString(port)));
    screen.say("demo.starting", options.home().toString());
    started = true;
    // either it is seen here that all is over, or closing sees that there is something to stop
    if (closing || !town.start()) {
      return notStarted();
    }
    try {
      return live();
    } catch (Refusal | MqttException e) {
      if (closing) {
        return End.WELL;
      }
      screen.say("demo.stumbled", String.valueOf(e.getMessage()), town.log().toString());
      return End.TOWN_GONE;
    }
  }

  private End notStarted() {
    if (closing) {
      return End.WELL;
    }
    screen.say("demo.not-started", town.log().toString());
    return End.NOT_STARTED;
  }

  private End live() throws IOException, InterruptedException, Refusal, MqttException {
    Api api = new Api(URI.create("http://127.0.0.1:" + ports.http() + "/api/"));
    Map<String, Login> staff = firstLogins(api);
    Registrar registrar = new Registrar(api, staff("admin", staff), staff("security", staff));
    Settlement settlement = new Settlement(registrar, staff("admin", staff));
    addresses();
    LivingCity.Offices offices =
        new LivingCity.Offices(staff("operator", staff), staff("supervisor", staff));
    LivingCity.Stage stage =
        new LivingCity.Stage(screen, options.speed(), "tcp://127.0.0.1:" + ports.mqtt());
    try (LivingCity city = new LivingCity(api, settlement, offices, stage)) {
      logins(staff, city.workers());
      screen.say(
          "demo.yours",
          Integer.toString(ports.mqtt()),
          city.storyCredential().username(),
          city.storyCredential().password(),
          city.storyCredential().topic(),
          Story.example());
      city.begin();
      screen.say("demo.living", Integer.toString(city.size()), Phrases.factor(options.speed()));
      return watch(city);
    }
  }

  private End watch(LivingCity city) throws InterruptedException, Refusal, MqttException {
    Instant from = city.now();
    long last = options.length().map(length -> System.nanoTime() + length.toNanos()).orElse(0L);
    while (!closing && (options.length().isEmpty() || System.nanoTime() - last < 0)) {
      TimeUnit.SECONDS.sleep(1);
      if (!city.show() && !closing) {
        screen.say("demo.town-gone", town.log().toString());
        return End.TOWN_GONE;
      }
    }
    return closing || city.conclude(from) ? End.WELL : End.LOST;
  }

  private Map<String, Login> firstLogins(Api api) throws IOException, Refusal {
    Map<String, Login> staff = new TreeMap<>();
    for (String line : town.firstLogins()) {
      List<String> words = List.of(line.split(" ", 2));
      staff.put(words.get(0), Login.first(api, words.get(0), words.get(1), Registrar.password()));
    }
    return staff;
  }

  private static Login staff(String name, Map<String, Login> staff) {
    Login login = staff.get(name);
    if (login == null) {
      throw new IllegalStateException("the town made no account " + name);
    }
    return login;
  }

  private void addresses() {
    screen.say("demo.address-rest", Integer.toString(ports.http()));
    screen.say("demo.address-docs", Integer.toString(ports.http()));
    screen.say("demo.address-mqtt", Integer.toString(ports.mqtt()));
    screen.say("demo.address-shell", Integer.toString(ports.ssh()));
    Path log = town.log();
    screen.say("demo.address-log", log.toString());
  }

  private void logins(Map<String, Login> staff, Map<String, Login> workers) {
    screen.say("demo.logins");
    staff.values().forEach(this::login);
    workers.values().forEach(this::login);
  }

  private void login(Login login) {
    screen.say("demo.login", String.format("%-18s", login.name()), login.password());
  }

  /** Stop all that was started; also while it is played, by another thread. */
  @Override
  public void close() {
    synchronized (town) {
      closing = true;
      if (!started) {
        return;
      }
      screen.still();
      screen.say("demo.stopping");
      try {
        town.stop();
        started = false;
        screen.say("demo.stopped");
      } catch (IOException e) {
        screen.say("demo.not-stopped", String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
