package org.zhili.core.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.zhili.casework.CaseType;
import org.zhili.core.inbox.Stranger;
import org.zhili.core.ingest.IngestStatus;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.ModuleStanding;
import org.zhili.core.plugin.PluginGate;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.plugin.Registration;
import org.zhili.core.timer.Missing;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.timer.Waiting;
import org.zhili.core.trace.TraceLog;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CityRules;
import org.zhili.scoring.ScoringModel;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** Says what is wrong with a town and what to do about it, in words its operators know. */
public final class Doctor {
  private static final Duration BEHIND = Duration.ofMinutes(5);
  private static final int WAITING = 500;
  private static final int MISSING = 20;
  private static final int STRANGERS = 1000;
  private static final int GUESSED = 10;

  /** Of a processor; calls that wait burn nothing, and a busy machine has little left to burn. */
  private static final double BURNING = 0.05;

  /** What parts say that no town knows of; a process has one set of accounts, as it has one log. */
  private static final List<Supplier<List<Finding>>> OTHERS = new CopyOnWriteArrayList<>();

  private final Town town;

  public Doctor(Town town) {
    this.town = town;
  }

  /** Ask somebody else, too, until it is closed; the words of what is found are the town's. */
  public static Registration asking(Supplier<List<Finding>> somebody) {
    OTHERS.add(somebody);
    return () -> OTHERS.remove(somebody);
  }

  /** Something that needs a person: one sentence with cause and remedy. */
  public record Finding(Level level, String code, Text why) {}

  public enum Level {
    /** Worth knowing. */
    HINT,
    /** Something does not work as the city wants it. */
    FAULT
  }

  /** Look everywhere but into the traces; takes well under a second. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    ingestion(findings);
    plugIns(findings);
    work(findings);
    calendar(findings);
    alertRules(findings);
    cityWords(findings);
    OTHERS.forEach(somebody -> findings.addAll(somebody.get()));
    return findings;
  }

  /** Verify every trace too; takes as long as there are cases. */
  public List<Finding> lookDeeply() {
    List<Finding> findings = look();
    List<TraceLog.Finding> touched = town.ledger().trace().verifyAll();
    if (!touched.isEmpty()) {
      String first =
          touched.get(0).caseId().map(Object::toString).orElse("checkpoint")
              + " #"
              + touched.get(0).sequence();
      findings.add(fault(1310, "trace-touched", Integer.toString(touched.size()), first));
    }
    return findings;
  }

  private void ingestion(List<Finding> findings) {
    IngestStatus status = town.ingestion().status();
    if (!status.running()) {
      findings.add(fault(1301, "ingestion-stopped"));
    }
    if (status.unavailableSince().isPresent()) {
      findings.add(fault(1302, "store-unavailable", status.unavailableSince().get().toString()));
    }
    if (status.unstored() > 0) {
      findings.add(fault(1303, "unstored", Long.toString(status.unstored())));
    }
    long kept = status.quarantined().values().stream().mapToLong(Long::longValue).sum();
    if (kept > 0) {
      findings.add(hint(1304, "quarantined", Long.toString(kept)));
    }
    int strangers = town.inbox().count(STRANGERS);
    if (strangers > 0) {
      findings.add(hint(1321, "strangers-wait", Integer.toString(strangers)));
    }
    for (Stranger stranger : town.inbox().waiting(Optional.empty(), GUESSED)) {
      town.inbox()
          .tie(stranger, town.inbox().drivers(stranger))
          .ifPresent(tie -> findings.add(new Finding(Level.HINT, "ZL-1334", tie)));
    }
  }

  private void plugIns(List<Finding> findings) {
    PluginGate gate = town.gate();
    CityRules rules = town.books().rules();
    if (gate.named(DispatchStrategy.class, rules.strategy()).isEmpty()) {
      findings.add(fault(1305, "strategy-absent", rules.strategy()));
    }
    if (gate.named(ScoringModel.class, rules.scoringModel()).isEmpty()) {
      findings.add(fault(1306, "model-absent", rules.scoringModel()));
    }
    for (PluginStatus status : gate.status()) {
      bulkhead(findings, status);
      if (status.state() == PluginStatus.State.REFUSED) {
        status.reasons().forEach(why -> findings.add(new Finding(Level.FAULT, "ZL-1307", why)));
      } else {
        status.reasons().forEach(why -> findings.add(new Finding(Level.FAULT, "ZL-1333", why)));
      }
      long failed = status.counts().broke() + status.counts().overran();
      if (failed > 0) {
        findings.add(
            fault(
                1308,
                "plugin-fails",
                status.plugin().toString(),
                Long.toString(failed),
                Long.toString(status.counts().calls()),
                status.lastError().orElse("-")));
      }
    }
    town.types()
        .altered()
        .forEach(type -> findings.add(fault(1315, "type-altered", type.toString())));
    for (ModuleStanding standing : town.modules().standings()) {
      if (standing instanceof ModuleStanding.Waiting) {
        standing.reasons().forEach(why -> findings.add(new Finding(Level.HINT, "ZL-1309", why)));
      }
    }
  }

  private static void bulkhead(List<Finding> findings, PluginStatus status) {
    for (Circuit circuit : status.bulkhead().circuits()) {
      Level level = circuit.state() == Circuit.State.ISOLATED ? Level.HINT : Level.FAULT;
      findings.add(new Finding(level, "ZL-1331", circuit.why()));
    }
    double burning = status.bulkhead().burning();
    if (burning > BURNING) {
      String percent = Long.toString(Math.round(burning * 100));
      findings.add(fault(1332, "plugin-burns", status.plugin().toString(), percent));
    }
  }

  private void work(List<Finding> findings) {
    TimerStore timers = town.stores().timers();
    Instant now = town.clock().instant();
    Instant longAgo = now.minus(BEHIND);
    List<Waiting> missing =
        town.stores().transactions().read(() -> timers.missing(longAgo, MISSING));
    for (Waiting waiting : missing) {
      Missing what = waiting.missing();
      findings.add(
          fault(1317, "waits-" + what.key(), what.name(), Long.toString(waiting.timers())));
    }
    long late =
        town.stores().transactions().read(() -> timers.waiting(longAgo))
            - missing.stream().mapToLong(Waiting::timers).sum();
    if (late > WAITING) {
      findings.add(fault(1311, "work-behind", Long.toString(late)));
    }
    int dead = town.stores().transactions().read(() -> timers.dead(1000)).size();
    if (dead > 0) {
      findings.add(fault(1312, "dead-work", Integer.toString(dead)));
    }
    long reviews = town.dispatch().waiting();
    if (reviews > 0) {
      findings.add(hint(1313, "reviews-wait", Long.toString(reviews)));
    }
  }

  /** The calendar must know this year, and from December on the next one too. */
  private void calendar(List<Finding> findings) {
    CityRules rules = town.books().rules();
    LocalDate today = LocalDate.ofInstant(town.clock().instant(), rules.zone());
    int year = today.getMonth() == Month.DECEMBER ? today.getYear() + 1 : today.getYear();
    if (rules.calendar().stream().noneMatch(day -> day.date().getYear() == year)) {
      findings.add(fault(1314, "calendar-missing", Integer.toString(year)));
    }
  }

  /** A case type or filing that nobody brings is most likely a word mistyped. */
  private void alertRules(List<Finding> findings) {
    Set<AlertPolicy.Opens> wanted = new LinkedHashSet<>();
    CityRules rules = town.books().rules();
    rules.alerts().forEach(policy -> policy.opens().ifPresent(wanted::add));
    rules.matters().forEach(matter -> wanted.add(matter.opens()));
    Set<String> absent = new LinkedHashSet<>();
    for (AlertPolicy.Opens opens : wanted) {
      Optional<CaseType> type = town.types().current(opens.caseType());
      if (type.isEmpty()) {
        absent.add(opens.caseType());
      } else if (opens.filing().filter(filing -> type.get().filing(filing).isEmpty()).isPresent()) {
        findings.add(fault(1318, "filing-absent", opens.filing().get(), opens.caseType()));
      }
    }
    absent.forEach(type -> findings.add(fault(1316, "type-absent", type)));
  }

  /** Words of the city that are in no part's place are most likely a key mistyped. */
  private void cityWords(List<Finding> findings) {
    Words parts = town.wordsOfParts();
    Set<String> inVain = new TreeSet<>();
    for (Language language : Language.values()) {
      Set<String> own = new TreeSet<>(town.gate().override().keys(language));
      own.removeAll(parts.keys(language));
      inVain.addAll(own);
    }
    if (!inVain.isEmpty()) {
      findings.add(hint(1356, "words-in-vain", String.join(", ", inVain)));
    }
  }

  private static Finding fault(int number, String key, String... arguments) {
    return new Finding(Level.FAULT, "ZL-" + number, Text.of("doctor." + key, arguments));
  }

  private static Finding hint(int number, String key, String... arguments) {
    return new Finding(Level.HINT, "ZL-" + number, Text.of("doctor." + key, arguments));
  }
}
