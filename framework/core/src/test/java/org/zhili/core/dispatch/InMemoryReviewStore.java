package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.store.StoreConflict;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;

/** Reviews without a database. */
public final class InMemoryReviewStore implements ReviewStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, Review> reviews;
  private final InMemoryTable<Long, AreaId> areas;
  private long last;

  public InMemoryReviewStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.reviews = new InMemoryTable<>(transactions);
    this.areas = new InMemoryTable<>(transactions);
  }

  @Override
  public void open(
      CaseId caseId, AreaId area, Set<ReviewReason> reasons, Optional<Advice> advice, Instant at) {
    transactions.run(
        () -> {
          Optional<Review> open = openFor(caseId);
          long id = open.map(Review::id).orElseGet(() -> ++last);
          areas.put(id, area);
          reviews.put(
              id,
              new Review(
                  id,
                  caseId,
                  reasons,
                  advice,
                  open.map(Review::createdAt).orElse(at),
                  open.flatMap(Review::claim),
                  Optional.empty()));
        });
  }

  @Override
  public Optional<Review> openFor(CaseId caseId) {
    return all().stream().filter(review -> review.caseId().equals(caseId)).findFirst();
  }

  @Override
  public List<Review> of(CaseId caseId) {
    return reviews.all().stream().filter(review -> review.caseId().equals(caseId)).toList();
  }

  @Override
  public List<Review> waiting(Set<AreaId> in, Optional<Long> after, int limit) {
    return in(in).filter(r -> after.map(last -> r.id() > last).orElse(true)).limit(limit).toList();
  }

  @Override
  public long waitingCount(Set<AreaId> in) {
    return in(in).count();
  }

  @Override
  public List<Review> unadvised(Instant now, Optional<Long> after, int limit) {
    return all().stream()
        .filter(review -> after.map(last -> review.id() > last).orElse(true))
        .filter(review -> !Collections.disjoint(review.reasons(), ReviewReason.AWAY))
        .filter(review -> review.claim().filter(c -> c.until().isAfter(now)).isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public Map<AreaId, String> signs() {
    return all().stream()
        .collect(
            Collectors.groupingBy(
                review -> areas.get(review.id()).orElseThrow(),
                Collectors.mapping(Review::toString, Collectors.joining())));
  }

  private Stream<Review> in(Set<AreaId> in) {
    return all().stream()
        .filter(r -> in.isEmpty() || areas.get(r.id()).filter(in::contains).isPresent());
  }

  private List<Review> all() {
    return reviews.all().stream().filter(review -> review.decision().isEmpty()).toList();
  }

  @Override
  public boolean claim(long id, Review.Claim claim, Instant now) {
    return transactions.run(
        () -> {
          Optional<Review> free =
              reviews
                  .get(id)
                  .filter(r -> r.decision().isEmpty())
                  .filter(r -> r.claim().filter(held -> bars(held, claim, now)).isEmpty());
          free.ifPresent(r -> reviews.put(id, with(r, Optional.of(claim), Optional.empty())));
          return free.isPresent();
        });
  }

  private static boolean bars(Review.Claim held, Review.Claim wanted, Instant now) {
    return !held.by().equals(wanted.by()) && held.until().isAfter(now);
  }

  @Override
  public void decide(long id, Review.Decision decision) {
    transactions.run(
        () -> {
          Review open =
              reviews
                  .get(id)
                  .filter(review -> review.decision().isEmpty())
                  .orElseThrow(() -> new StoreConflict("review " + id + " is not open"));
          reviews.put(id, with(open, open.claim(), Optional.of(decision)));
        });
  }

  /** Decided reviews, oldest first. */
  public List<Review> decided() {
    return reviews.all().stream().filter(review -> review.decision().isPresent()).toList();
  }

  private static Review with(
      Review r, Optional<Review.Claim> claim, Optional<Review.Decision> decision) {
    return new Review(r.id(), r.caseId(), r.reasons(), r.advice(), r.createdAt(), claim, decision);
  }
}
