package org.zhili.core.ingest;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;
import org.zhili.message.MessageInlet;
import org.zhili.rules.CityRules;

/**
 * All of ingestion, wired: the inlet for connectors, the quarantine, and the watches that a
 * scheduler calls. Build one per town, {@link #start} it, {@link #close} it. Thread-safe.
 */
public final class Ingestion implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);

  private final BatchWriter writer;
  private final IngestionPipeline pipeline;
  private final Quarantine quarantine;
  private final DriverGuess guess;
  private final SilenceWatch silenceWatch;
  private final QuietWatch quietWatch;
  private final AlertEnd alertEnd;
  private final History history;
  private final Frames frames = new Frames(Frames.BYTES);

  /** Where ingestion keeps things; one object may well be both. */
  public record Stores(IngestStore store, QuarantineStore quarantine) {}

  /** Who ingestion asks. */
  public record Asked(
      Devices devices,
      Openers openers,
      Decoders decoders,
      Judges judges,
      Supplier<CityRules> rules) {
    /** The plug-ins at the gate. */
    public static Asked of(
        PluginGate gate, ModuleBook modules, Devices devices, Supplier<CityRules> rules) {
      return new Asked(
          devices, new GateOpeners(gate), new GateDecoders(gate), new GateJudges(modules), rules);
    }
  }

  /**
   * What ingestion runs by.
   *
   * @param clock business time
   * @param workers asks drivers side by side; {@code Runnable::run} asks them in turn
   * @param afterCommit called after a commit that owes follow-ups, to wake who does them; returns
   *     at once
   */
  public record Running(
      InstantSource clock, IngestSettings settings, Executor workers, Runnable afterCommit) {}

  public Ingestion(Stores stores, Asked asked, Running running) {
    InstantSource clock = running.clock();
    IngestSettings settings = running.settings();
    IngestCounters counters = new IngestCounters();
    TimeOrderedIds ids = new TimeOrderedIds(clock);
    Sources sources =
        new Sources(
            asked.devices(),
            asked.openers(),
            asked.decoders(),
            asked.judges(),
            prepared(asked.rules()));
    MessageDecoding decoding = new MessageDecoding(sources, running.workers());
    BatchProcessor processor = new BatchProcessor(sources, decoding, clock, ids);
    States states = new States(stores.store(), settings.cachedDevices());
    QuarantineBounds bounds = new QuarantineBounds(stores.quarantine(), settings, counters, clock);
    Consumer<IngestBatch> kick = batch -> kick(batch, running.afterCommit());
    Consumer<IngestBatch> stored = kick.andThen(bounds::noted);
    writer =
        new BatchWriter(
            processor,
            new BatchWriter.Target(
                states,
                stores.store(),
                counters,
                processed -> {
                  stored.accept(processed.batch());
                  frames.remember(processed.frames());
                }),
            new Patience(settings.firstRetry(), settings.longestRetry()),
            clock);
    StateEditor editor = new StateEditor(states, sources, ids, kick.andThen(counters::judged));
    pipeline = new IngestionPipeline(settings, writer, counters);
    quarantine = new Quarantine(stores.quarantine(), writer, sources, bounds);
    guess = new DriverGuess(stores.quarantine(), sources);
    silenceWatch = new SilenceWatch(stores.store(), sources, editor);
    quietWatch = new QuietWatch(sources, editor);
    alertEnd = new AlertEnd(editor);
    history = new History(stores.store(), settings);
  }

  /** Begin to take messages. */
  public void start() {
    pipeline.start();
  }

  /** Where connectors bring messages; open from {@link #start} to {@link #close}. */
  public MessageInlet inlet() {
    return pipeline;
  }

  public Quarantine quarantine() {
    return quarantine;
  }

  public SilenceWatch silenceWatch() {
    return silenceWatch;
  }

  public QuietWatch quietWatch() {
    return quietWatch;
  }

  public History history() {
    return history;
  }

  /** What devices sent last, as it came. */
  public Frames frames() {
    return frames;
  }

  /** The drivers here that understand any of these messages, the likeliest first. */
  public List<String> driversFor(QuarantineStore.Selection messages) {
    return guess.drivers(messages);
  }

  /** The one of these drivers that is asked first about unknown devices. */
  public Optional<String> firstOf(List<String> drivers) {
    return guess.firstOf(drivers);
  }

  public AlertEnd alertEnd() {
    return alertEnd;
  }

  /** Stores messages on the caller's thread. */
  BatchWriter writer() {
    return writer;
  }

  public IngestStatus status() {
    return pipeline.status();
  }

  /**
   * Take no more messages, let a write that is under way end, and forget what waits: it got no
   * receipt and will come again. Ends replays too. Returns within 15 s.
   */
  @Override
  public void close() {
    pipeline.close();
  }

  /** Prepare the city's rules anew whenever they are others. */
  private static Supplier<IngestRules> prepared(Supplier<CityRules> rules) {
    AtomicReference<@Nullable IngestRules> last = new AtomicReference<>();
    return () -> {
      CityRules current = rules.get();
      IngestRules known = last.get();
      if (known == null || !known.isOf(current)) {
        known = new IngestRules(current);
        last.set(known);
      }
      return known;
    };
  }

  private static void kick(IngestBatch batch, Runnable afterCommit) {
    if (batch.followUps().isEmpty()) {
      return;
    }
    try {
      afterCommit.run();
    } catch (RuntimeException e) {
      LOG.warn("the workers were not woken; they will find their work by themselves", e);
    }
  }
}
