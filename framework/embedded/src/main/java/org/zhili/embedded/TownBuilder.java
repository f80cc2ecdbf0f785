package org.zhili.embedded;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.zhili.casework.CaseDesk;
import org.zhili.citypack.CityPackReader;
import org.zhili.citypack.Parsed;
import org.zhili.core.clock.BusinessClock;
import org.zhili.data.Database;
import org.zhili.data.ModuleSchema;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.frame.FrameProtocol;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.rules.CityPack;
import org.zhili.scoring.ScoringModel;

/**
 * Sets up a town. A city pack and a storage are needed; plug-ins are added one by one, or found on
 * the class path. Not thread-safe; for one start.
 */
public final class TownBuilder {
  private static final int USUAL_WORKERS = 2;

  private final List<Comer<?>> comers = new ArrayList<>();
  private final List<ModuleComer> modules = new ArrayList<>();
  private Optional<HostModule> host = Optional.empty();
  private boolean discovering;
  private @Nullable Path folder;
  private @Nullable CityPack pack;
  private @Nullable DataSource storage;
  private InstantSource clock = BusinessClock.system();
  private int workers = USUAL_WORKERS;

  /** A plug-in that waits to be let in. */
  record Comer<P>(Class<P> spi, P plugIn) {}

  /** A module that is made once there is a desk, and tables if it has any. */
  record ModuleComer(
      Optional<ModuleSchema> schema,
      BiFunction<CaseDesk, Optional<Database>, GovernanceModule> maker) {}

  TownBuilder() {}

  /** Add a driver. */
  public TownBuilder driver(DeviceDriver driver) {
    comers.add(new Comer<>(DeviceDriver.class, driver));
    return this;
  }

  /** Add an envelope, which opens what a network wraps before a driver is asked. */
  public TownBuilder envelope(PayloadEnvelope envelope) {
    comers.add(new Comer<>(PayloadEnvelope.class, envelope));
    return this;
  }

  /**
   * Add a protocol of stations. Something of the host's has to listen to them, such as {@code
   * zhili-listener}.
   */
  public TownBuilder protocol(FrameProtocol protocol) {
    comers.add(new Comer<>(FrameProtocol.class, protocol));
    return this;
  }

  /** Add a strategy; the city pack says by its id which one is asked. */
  public TownBuilder strategy(DispatchStrategy strategy) {
    comers.add(new Comer<>(DispatchStrategy.class, strategy));
    return this;
  }

  /** Add a scoring model; the city pack says by its id which one is asked. */
  public TownBuilder scoringModel(ScoringModel model) {
    comers.add(new Comer<>(ScoringModel.class, model));
    return this;
  }

  /** Add a module. */
  public TownBuilder module(GovernanceModule module) {
    return module(desk -> module);
  }

  /** Add a module that needs the desk. */
  public TownBuilder module(Function<CaseDesk, GovernanceModule> maker) {
    modules.add(new ModuleComer(Optional.empty(), (desk, none) -> maker.apply(desk)));
    return this;
  }

  /** Add a module with tables, which are brought up to date before it is made. */
  public TownBuilder module(
      ModuleSchema schema, BiFunction<CaseDesk, Database, GovernanceModule> maker) {
    modules.add(
        new ModuleComer(
            Optional.of(schema), (desk, database) -> maker.apply(desk, database.orElseThrow())));
    return this;
  }

  /**
   * Add what the host itself brings, such as a reaction to cases or a job. Ids begin with {@code
   * host.}; of several calls the last one counts.
   */
  public TownBuilder bring(Contribution... contributions) {
    host = Optional.of(new HostModule(List.of(contributions)));
    return this;
  }

  /**
   * Add every plug-in that a jar on the class path names in {@code META-INF/services}, after those
   * added by hand. They have a constructor without parameters. The class loader of the thread that
   * calls {@link #start} is asked.
   */
  public TownBuilder discover() {
    discovering = true;
    return this;
  }

  /**
   * Read the city pack from a folder; see {@link CityPackReader}. It is read once, at the start.
   */
  public TownBuilder city(Path packFolder) {
    folder = packFolder;
    return this;
  }

  /** Use a city pack that has been read. */
  public TownBuilder city(CityPack cityPack) {
    pack = cityPack;
    return this;
  }

  /**
   * Keep everything in this database, H2 or PostgreSQL. Connections are taken for each transaction
   * and given back as they came; four at once are needed at least. It is never closed here. An H2
   * url needs what {@link org.zhili.persistence.JdbcUrl#withDefaults()} adds.
   */
  public TownBuilder storage(DataSource source) {
    storage = source;
    return this;
  }

  /** Take the time from this clock rather than the system's; it is cut to microseconds. */
  public TownBuilder clock(InstantSource source) {
    clock = BusinessClock.of(source);
    return this;
  }

  /**
   * Use so many threads for each sort of work that is done in the background, 2 unless set.
   *
   * @param threads 1 to 64
   */
  public TownBuilder workers(int threads) {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("a town has 1 to 64 workers, not " + threads);
    }
    workers = threads;
    return this;
  }

  /**
   * Open the town. Takes seconds, and longer when tables are migrated. When this fails, what was
   * opened so far is closed again.
   *
   * @throws SetupFault when the set-up does not allow it, saying why and what to do
   */
  public EmbeddedTown start() {
    CityPack city = cityPack();
    if (storage == null) {
      throw SetupFault.of(SetupFault.Code.STORAGE_MISSING);
    }
    if (discovering) {
      comers.addAll(Discovery.plugIns());
      Discovery.modules().forEach(this::module);
    }
    host.ifPresent(this::module);
    return new Opening(List.copyOf(comers), List.copyOf(modules), clock)
        .open(storage, city, workers);
  }

  private CityPack cityPack() {
    if (pack != null) {
      return pack;
    }
    if (folder == null) {
      throw SetupFault.of(SetupFault.Code.CITY_MISSING);
    }
    Parsed<CityPack> parsed = CityPackReader.read(folder);
    if (parsed instanceof Parsed.Faulty<CityPack> faulty) {
      throw SetupFault.ofCity(folder, faulty.faults());
    }
    return parsed.orThrow();
  }
}
