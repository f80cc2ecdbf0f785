package org.zhili.core.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;

/** Score cards without a database. */
public final class InMemoryScoreStore implements ScoreStore {
  private static final Comparator<ScoreCard> NEWEST = Comparator.comparing(ScoreCard::gradedAt);

  /** Best first, those without a grade last. */
  private static final Comparator<ScoreCard> BEST =
      Comparator.comparing(
              (ScoreCard card) -> card.total().orElse(BigDecimal.valueOf(Long.MIN_VALUE)))
          .reversed()
          .thenComparing(card -> card.subject().kind())
          .thenComparing(card -> card.subject().id());

  private final InMemoryTable<Key, ScoreCard> cards;

  public InMemoryScoreStore(InMemoryTransactions transactions) {
    this.cards = new InMemoryTable<>(transactions);
  }

  private record Key(Subject.Kind kind, String id, LocalDate from, LocalDate to, String model)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind)
            .thenComparing(Key::id)
            .thenComparing(Key::from)
            .thenComparing(Key::to)
            .thenComparing(Key::model);

    static Key of(ScoreCard card) {
      return new Key(
          card.subject().kind(),
          card.subject().id(),
          card.period().from(),
          card.period().toExclusive(),
          card.model());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public void save(ScoreCard card) {
    cards.put(Key.of(card), card);
  }

  @Override
  public Optional<ScoreCard> find(Subject subject, GradingPeriod period) {
    return cards.all().stream()
        .filter(card -> card.subject().equals(subject) && card.period().equals(period))
        .max(NEWEST);
  }

  @Override
  public Optional<GradingPeriod> latest(Optional<Subject> subject) {
    return cards.all().stream()
        .filter(card -> subject.map(card.subject()::equals).orElse(true))
        .max(
            Comparator.comparing((ScoreCard card) -> card.period().toExclusive())
                .thenComparing(NEWEST))
        .map(ScoreCard::period);
  }

  @Override
  public List<ScoreCard> of(GradingPeriod period) {
    return cards.all().stream()
        .filter(card -> card.period().equals(period))
        .collect(Collectors.groupingBy(ScoreCard::subject, Collectors.maxBy(NEWEST)))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .sorted(BEST)
        .toList();
  }
}
