package org.zhili.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Personal;

/** Case files without a database. */
public final class InMemoryCaseStore implements CaseStore {
  private static final Comparator<Turn> BY_TURN =
      Comparator.comparing((Turn turn) -> turn.due().orElse(Instant.MAX))
          .thenComparing(Turn::number, Comparator.reverseOrder());

  private final InMemoryTransactions transactions;
  private final InMemoryTable<CaseId, CaseFile> files;
  private final InMemoryTable<String, CaseId> openKeys;
  private final InMemoryTable<String, CaseId> numbers;
  private final InMemoryTable<String, CaseId> codes;
  private final InMemoryTable<LocalDate, Long> days;
  private final InMemoryTable<CaseId, Instant> dues;

  public InMemoryCaseStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.files = new InMemoryTable<>(transactions);
    this.openKeys = new InMemoryTable<>(transactions);
    this.numbers = new InMemoryTable<>(transactions);
    this.codes = new InMemoryTable<>(transactions);
    this.days = new InMemoryTable<>(transactions);
    this.dues = new InMemoryTable<>(transactions);
  }

  @Override
  public void insert(CaseFile file) {
    transactions.run(
        () -> {
          if (!files.add(file.id(), file)
              || !numbers.add(file.number(), file.id())
              || !codes.add(file.publicCode(), file.id())) {
            throw new StoreConflict("case " + file.number() + " exists already");
          }
          holdKey(file);
        });
  }

  @Override
  public void update(CaseFile file) {
    transactions.run(
        () -> {
          CaseFile before =
              files
                  .get(file.id())
                  .filter(stored -> stored.version() == file.version() - 1)
                  .orElseThrow(() -> new StoreConflict("case " + file.number() + " moved on"));
          if (!before.standing().ended()) {
            openKeys.remove(before.report().key());
          }
          holdKey(file);
          files.put(file.id(), file);
        });
  }

  private void holdKey(CaseFile file) {
    if (!file.standing().ended() && !openKeys.add(file.report().key(), file.id())) {
      throw new StoreConflict("a case with key " + file.report().key() + " is open already");
    }
  }

  @Override
  public Optional<CaseFile> find(CaseId id) {
    return files.get(id);
  }

  @Override
  public Optional<CaseFile> findByNumber(String number) {
    return transactions.read(() -> numbers.get(number).flatMap(files::get));
  }

  @Override
  public Optional<CaseFile> findByPublicCode(String code) {
    return transactions.read(() -> codes.get(code).flatMap(files::get));
  }

  @Override
  public Optional<CaseFile> findOpen(String key) {
    return transactions.read(() -> openKeys.get(key).flatMap(files::get));
  }

  @Override
  public long nextNumber(LocalDate day) {
    return transactions.run(
        () -> {
          long next = days.get(day).orElse(0L) + 1;
          days.put(day, next);
          return next;
        });
  }

  @Override
  public Map<UnitId, Integer> openCases(Set<UnitId> units) {
    Map<UnitId, Integer> counts = new HashMap<>();
    where(file -> !file.standing().ended())
        .flatMap(file -> file.assignment().lead().stream())
        .filter(units::contains)
        .forEach(lead -> counts.merge(lead, 1, Integer::sum));
    return counts;
  }

  @Override
  public Set<String> unfinishedTypes() {
    return where(file -> !file.standing().ended())
        .map(file -> file.type().id())
        .collect(Collectors.toSet());
  }

  @Override
  public List<CaseFile> unfinished(String type, Optional<String> after, int limit) {
    return where(file -> !file.standing().ended() && file.type().id().equals(type))
        .filter(file -> after.map(number -> file.number().compareTo(number) < 0).orElse(true))
        .sorted(Comparator.comparing(CaseFile::number).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<CaseFile> list(Query query) {
    return where(file -> fits(query, file))
        .filter(
            file -> query.after().map(number -> file.number().compareTo(number) < 0).orElse(true))
        .sorted(Comparator.comparing(CaseFile::number).reversed())
        .limit(query.limit())
        .toList();
  }

  private boolean fits(Query query, CaseFile file) {
    return (query.states().isEmpty() || query.states().contains(file.state()))
        && (query.standings().isEmpty() || query.standings().contains(file.standing()))
        && (query.areas().isEmpty() || query.areas().contains(file.report().area()))
        && involves(query.units(), file)
        && query.subject().map(file.report().subject()::equals).orElse(true)
        && found(query.search(), file);
  }

  private static boolean involves(Set<UnitId> units, CaseFile file) {
    return units.isEmpty() || units.stream().anyMatch(file.assignment()::involves);
  }

  private boolean found(Search search, CaseFile file) {
    String words =
        String.join(
            "\n",
            file.number(),
            file.report().address(),
            file.report().summary().zh(),
            file.report().summary().en());
    return search.text().map(text -> holds(words, text)).orElse(true)
        && search.ended().map(ended -> file.standing().ended() == ended).orElse(true)
        && search.dueBefore().map(turn(file).due().orElse(Instant.MAX)::isBefore).orElse(true);
  }

  private static boolean holds(String words, String text) {
    String shown = Personal.isOne(text) ? words : Personal.masked(words);
    return lower(shown).contains(lower(text));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Turn turn(CaseFile file) {
    return new Turn(dues.get(file.id()), file.number());
  }

  @Override
  public List<Waiting> dueFirst(Query query, Optional<Turn> after) {
    return where(file -> fits(query, file))
        .map(file -> new Waiting(file, turn(file)))
        .filter(
            waiting -> after.map(turn -> BY_TURN.compare(waiting.turn(), turn) > 0).orElse(true))
        .sorted(Comparator.comparing(Waiting::turn, BY_TURN))
        .limit(query.limit())
        .toList();
  }

  @Override
  public long count(Query query) {
    return where(file -> fits(query, file)).count();
  }

  @Override
  public void due(CaseId id, Optional<Instant> at) {
    transactions.run(() -> at.ifPresentOrElse(time -> dues.put(id, time), () -> dues.remove(id)));
  }

  @Override
  public Optional<String> cover(String below, int limit) {
    return Optional.empty(); // what is found is covered as it is looked for
  }

  @Override
  public List<CaseFile> alive(Instant from, Instant until) {
    return where(file -> file.report().reportedAt().isBefore(until) && unfinished(file, from))
        .sorted(Comparator.comparing(CaseFile::number))
        .toList();
  }

  @Override
  public List<CaseFile> reportedFrom(Instant from, String after, Instant until, int limit) {
    return where(
            file -> {
              Instant at = file.report().reportedAt();
              return at.isBefore(until)
                  && (at.isAfter(from) || (at.equals(from) && file.number().compareTo(after) > 0));
            })
        .sorted(
            Comparator.comparing((CaseFile file) -> file.report().reportedAt())
                .thenComparing(CaseFile::number))
        .limit(limit)
        .toList();
  }

  private static boolean unfinished(CaseFile file, Instant at) {
    return !file.standing().ended()
        || file.closedAt().filter(closed -> !closed.isBefore(at)).isPresent();
  }

  @Override
  public boolean closedAt(AssetId asset, Instant from, Instant until, CaseId other) {
    return where(file -> file.report().asset().equals(Optional.of(asset)))
        .filter(file -> !file.id().equals(other))
        .flatMap(file -> file.closedAt().stream())
        .anyMatch(closed -> !closed.isBefore(from) && closed.isBefore(until));
  }

  @Override
  public Tally tally(Set<AreaId> areas, Set<UnitId> units) {
    Map<CaseState, Long> open = new HashMap<>();
    Map<Standing, Long> standings = new HashMap<>();
    where(file -> areas.isEmpty() || areas.contains(file.report().area()))
        .filter(file -> involves(units, file))
        .forEach(
            file -> {
              standings.merge(file.standing(), 1L, Long::sum);
              if (!file.standing().ended()) {
                open.merge(file.state(), 1L, Long::sum);
              }
            });
    return new Tally(open, standings);
  }

  @Override
  public List<Count> reported(By by, Stretch stretch, Of of) {
    return InMemoryTrends.reported(files.all(), by, stretch, of);
  }

  @Override
  public Flow flow(Instant from, Instant until, Of of) {
    return InMemoryTrends.flow(files.all(), from, until, of);
  }

  private Stream<CaseFile> where(Predicate<CaseFile> wanted) {
    return files.all().stream().filter(wanted);
  }
}
