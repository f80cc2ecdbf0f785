package org.zhili.demo.city.device;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.zhili.demo.city.town.Answers;
import org.zhili.demo.city.town.Bodies;
import org.zhili.demo.city.town.Refusal;
import org.zhili.demo.city.town.Registrar;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Fit sensors on the covers and bins of the city: register them, give them their credentials, and
 * connect them, those behind a gateway through it. The city lives while they are at work.
 */
public final class Fitters implements AutoCloseable {
  private static final int CREWS = 4;
  private static final List<String> GATEWAYS = List.of("GW-EAST", "GW-WEST");

  private final Registrar registrar;
  private final String broker;
  private final Words words;
  private final Random random = new Random();
  private final List<Future<Boolean>> jobs = new ArrayList<>();
  private final List<MqttUplink> gateways = new ArrayList<>();
  private final ExecutorService crews =
      Executors.newFixedThreadPool(
          CREWS,
          work -> {
            Thread thread = new Thread(work, "demo-fitter");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Set up.
   *
   * @param words what assets and addresses are called
   */
  public Fitters(Registrar registrar, String broker, Words words) {
    this.registrar = registrar;
    this.broker = broker;
    this.words = words;
  }

  /**
   * Take in a device that speaks only of what is done to it.
   *
   * @return what it logs in with
   */
  public Answers.Credential single(Answers.Device device, Fleet fleet) throws Refusal {
    Answers.Credential credential = registrar.deviceCredential(device.id());
    Sensor sensor = new Sensor(device.id(), Kind.CITY_COVER, device.address(), random);
    fleet.addSilent(sensor, new WakingUplink(broker, credential(credential)));
    return credential;
  }

  /** Begin with devices that are registered already, and go on with those thought up. */
  public void begin(List<Answers.Device> known, List<Thing> things, Fleet fleet)
      throws Refusal, MqttException {
    for (String gateway : GATEWAYS) {
      gateways.add(MqttUplink.connect(broker, credential(registrar.gatewayCredential(gateway))));
    }
    for (Answers.Device device : known) {
      Kind.of(device.type(), device.driver())
          .map(kind -> new Sensor(device.id(), kind, device.address(), random))
          .ifPresent(sensor -> give(() -> connect(sensor, fleet)));
    }
    for (Thing thing : things) {
      give(
          () -> {
            register(thing);
            return connect(new Sensor(thing.id(), thing.kind(), address(thing), random), fleet);
          });
    }
  }

  private void give(Callable<Boolean> job) {
    jobs.add(crews.submit(job));
  }

  /** See whether all goes well; a job that failed is told once. */
  public void check() throws Refusal, MqttException {
    for (Iterator<Future<Boolean>> each = jobs.iterator(); each.hasNext(); ) {
      Future<Boolean> job = each.next();
      if (job.isDone()) {
        each.remove();
        result(job);
      }
    }
  }

  private static void result(Future<Boolean> job) throws Refusal, MqttException {
    try {
      job.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      } else if (e.getCause() instanceof MqttException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void register(Thing thing) throws Refusal {
    Text name = Text.of("demo.asset." + thing.assetType(), Integer.toString(thing.number()));
    registrar.asset(
        thing.asset(),
        new Bodies.Asset(
            thing.assetType(),
            words.render(name),
            thing.area(),
            address(thing),
            thing.position(),
            thing.owner(),
            "city-management"));
    Map<String, String> settings =
        thing.kind() == Kind.DISTANCE_BIN
            ? Map.of("bin.depth", Integer.toString(Sensor.BIN_DEPTH))
            : Map.of();
    registrar.device(
        thing.id(),
        new Bodies.Device(
            thing.kind().type(),
            thing.kind().driver(),
            thing.area(),
            address(thing),
            thing.position(),
            Optional.of(thing.asset()),
            settings));
  }

  private String address(Thing thing) {
    return words.render(Text.of("demo.address", Integer.toString(thing.number()))).zh();
  }

  private boolean connect(Sensor sensor, Fleet fleet) throws Refusal, MqttException {
    if (sensor.kind().behindGateway()) {
      fleet.add(sensor, gateways.get(Math.floorMod(sensor.id().hashCode(), gateways.size())));
    } else {
      Answers.Credential credential = registrar.deviceCredential(sensor.id());
      fleet.add(sensor, MqttUplink.connect(broker, credential(credential)));
    }
    return true;
  }

  private static MqttUplink.Credential credential(Answers.Credential credential) {
    return new MqttUplink.Credential(
        credential.username(), credential.password(), credential.topic());
  }

  /** Let nobody begin another job. */
  @Override
  public void close() {
    crews.shutdownNow();
  }
}
