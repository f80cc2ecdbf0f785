package org.zhili.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhili.city.Device;
import org.zhili.citypack.CityPackReader;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.plugin.GateLimits;
import org.zhili.core.plugin.Membership;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.core.town.PlugIns;
import org.zhili.core.town.Town;
import org.zhili.data.Vendor;
import org.zhili.device.DeviceDriver;
import org.zhili.driver.city.json.CityJsonDriver;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;
import org.zhili.message.Receipt;
import org.zhili.module.GovernanceModule;
import org.zhili.persistence.ConnectionPool;
import org.zhili.persistence.Durability;
import org.zhili.persistence.JdbcUrl;
import org.zhili.persistence.PersistenceEngine;
import org.zhili.persistence.store.CoreSchema;
import org.zhili.persistence.store.DatabaseStores;
import org.zhili.urban.UrbanModule;

/** A town without OSGi, MQTT and REST that takes messages and stores them; nobody opens cases. */
final class InnerTown implements AutoCloseable {
  private final BusinessClock clock = BusinessClock.system();
  private final PluginGate gate = new PluginGate(GateLimits.DEFAULT);
  private final ModuleBook modules = new ModuleBook(gate);
  private final Path folder;
  private final ConnectionPool pool;
  private final PersistenceEngine engine;
  private final Town town;
  private Membership driver;

  /**
   * Open it on a database.
   *
   * @param url empty for an H2 file of its own, written at each commit and deleted at the end
   */
  InnerTown(String url, String user, int bins) {
    try {
      folder = Files.createTempDirectory("zhili-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BenchCity.write(folder.resolve("city"), bins, clock.instant());
    JdbcUrl address = new JdbcUrl(url.isEmpty() ? "jdbc:h2:file:" + folder.resolve("town") : url);
    pool = ConnectionPool.open(address, user, "", 6);
    Vendor vendor = address.vendor();
    engine = new PersistenceEngine(pool.dataSource(), vendor, Durability.EVERY_SECOND, clock);
    driver = admit(new CityJsonDriver());
    gate.admit(GovernanceModule.class, new UrbanModule(), new PluginIdentity("urban", "1", 0));
    town =
        new Town(
            DatabaseStores.of(engine.open(new CoreSchema()).database()),
            new PlugIns(gate, modules),
            CityPackReader.read(folder.resolve("city")).orThrow(),
            clock);
    town.start(0);
  }

  private Membership admit(DeviceDriver comer) {
    return gate.admit(DeviceDriver.class, comer, new PluginIdentity("city-json", "1", 0));
  }

  /** Let the driver of the bins leave, and another take its place. */
  void swapDriver(DeviceDriver comer) {
    driver.close();
    driver = admit(comer);
  }

  PluginGate gate() {
    return gate;
  }

  boolean isAsked(String id) {
    return gate.named(DeviceDriver.class, id).orElseThrow().isAsked();
  }

  /** Register every so many bins with another driver. */
  void assign(int bins, int every, String other) {
    for (int bin = 0; bin < bins; bin += every) {
      Device old = town.devices().find(new DeviceId(BenchCity.bin(bin))).orElseThrow();
      town.devices()
          .register(
              new Device(
                  old.id(),
                  old.type(),
                  other,
                  old.area(),
                  old.address(),
                  old.position(),
                  old.asset(),
                  old.settings()));
    }
  }

  void offer(IncomingMessage message, Receipt receipt) {
    town.ingestion().inlet().offer(message, receipt);
  }

  BusinessClock clock() {
    return clock;
  }

  /** Offer messages and wait until all are stored. */
  void store(List<IncomingMessage> messages) throws InterruptedException {
    CountDownLatch receipts = new CountDownLatch(messages.size());
    for (IncomingMessage message : messages) {
      town.ingestion().inlet().offer(message, receipts::countDown);
    }
    if (!receipts.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException(receipts.getCount() + " messages got no receipt");
    }
  }

  @Override
  public void close() {
    town.close();
    engine.close();
    pool.close();
    modules.close();
    gate.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
