package org.zhili.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.clock.BusinessClock;
import org.zhili.device.Payload;
import org.zhili.dispatch.rules.RuleTable;
import org.zhili.driver.city.json.CityJsonDriver;
import org.zhili.id.DeviceId;
import org.zhili.scoring.weighted.ThreeRates;
import org.zhili.urban.UrbanModule;

/** The sample district, embedded: what tests say to it, and what they wait for. */
final class Sample {
  static final Path CITY = Path.of("../../features/distribution/src/main/resources/etc/city");
  static final DeviceId COVER = new DeviceId("MC-001");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLISECONDS = 20;

  private Sample() {}

  /** A new database in memory, which lives as long as its data source is used. */
  static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    return source;
  }

  /** All the sample district needs but a storage. */
  static TownBuilder town() {
    return EmbeddedTown.builder()
        .driver(new CityJsonDriver())
        .strategy(new RuleTable())
        .scoringModel(new ThreeRates())
        .module(new UrbanModule())
        .city(CITY)
        .clock(BusinessClock.from(Instant.parse("2026-05-11T01:00:00Z"), 1));
  }

  static Payload says(String status) {
    return Payload.ofUtf8(
        """
        {"device_id": "MC-001", "type": "manhole_cover", "location": "中山路100号", "status": "%s"}"""
            .formatted(status));
  }

  static List<CaseFile> cases(EmbeddedTown town) {
    return town.cases()
        .transactions()
        .read(() -> town.cases().cases().list(CaseStore.Query.newest(50)));
  }

  static CaseFile dispatched(EmbeddedTown town) {
    return eventually(
        () ->
            cases(town).stream().filter(file -> file.state() == CaseState.DISPATCHED).findFirst());
  }

  /** Look again and again until there is something. */
  static <T> T eventually(Supplier<Optional<T>> source) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> seen = source.get();
    while (seen.isEmpty() && System.nanoTime() < end) {
      pause();
      seen = source.get();
    }
    return seen.orElseThrow(() -> new AssertionError("nothing came within " + PATIENCE));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
