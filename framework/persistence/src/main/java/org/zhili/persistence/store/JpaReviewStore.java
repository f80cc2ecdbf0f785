package org.zhili.persistence.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.core.dispatch.ReviewStore;
import org.zhili.core.store.StoreConflict;
import org.zhili.data.Database;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.persistence.store.internal.Entities;
import org.zhili.persistence.store.internal.ReviewRow;

/** Reviews as entities. */
public final class JpaReviewStore implements ReviewStore {
  private static final String BEHIND =
      " and exists (select 1 from ReviewRow a where a.id = :after and (r.createdAt > a.createdAt"
          + " or (r.createdAt = a.createdAt and r.id > a.id)))";

  private static final String ORDER = " order by r.createdAt, r.id";

  private final Entities entities;

  public JpaReviewStore(Database database) {
    this.entities = new Entities(database);
  }

  @Override
  public void open(
      CaseId caseId, AreaId area, Set<ReviewReason> reasons, Optional<Advice> advice, Instant at) {
    entities.write(
        em -> {
          ReviewRow row = openRow(em, caseId).orElseGet(() -> new ReviewRow(caseId, area, at));
          row.advise(reasons, advice);
          em.persist(row);
          return true;
        });
  }

  @Override
  public Optional<Review> openFor(CaseId caseId) {
    return entities.read(em -> openRow(em, caseId).map(ReviewRow::review));
  }

  @Override
  public List<Review> of(CaseId caseId) {
    return entities.read(
        em ->
            em.createQuery(
                    "select r from ReviewRow r where r.caseId = :case order by r.createdAt, r.id",
                    ReviewRow.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(ReviewRow::review)
                .toList());
  }

  private static Optional<ReviewRow> openRow(EntityManager em, CaseId caseId) {
    return em.createQuery("select r from ReviewRow r where r.openCase = :case", ReviewRow.class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Review> waiting(Set<AreaId> areas, Optional<Long> after, int limit) {
    String behind = after.isPresent() ? BEHIND : "";
    return entities.read(
        em -> {
          TypedQuery<ReviewRow> query =
              em.createQuery("select r" + waitingIn(areas) + behind + ORDER, ReviewRow.class);
          after.ifPresent(last -> query.setParameter("after", last));
          return bound(query, areas)
              .setMaxResults(limit)
              .getResultStream()
              .map(ReviewRow::review)
              .toList();
        });
  }

  @Override
  public List<Review> unadvised(Instant now, Optional<Long> after, int limit) {
    String away =
        ReviewReason.AWAY.stream()
            .map(reason -> "r.reasons like '%" + reason + "%'")
            .collect(Collectors.joining(" or "));
    String free = " and (r.claimedUntil is null or r.claimedUntil <= :now)";
    String behind = after.isPresent() ? BEHIND : "";
    return entities.read(
        em -> {
          TypedQuery<ReviewRow> query =
              em.createQuery(
                  "select r" + waitingIn(Set.of()) + " and (" + away + ")" + free + behind + ORDER,
                  ReviewRow.class);
          after.ifPresent(last -> query.setParameter("after", last));
          return query
              .setParameter("now", now)
              .setMaxResults(limit)
              .getResultStream()
              .map(ReviewRow::review)
              .toList();
        });
  }

  @Override
  public long waitingCount(Set<AreaId> areas) {
    return entities.read(
        em ->
            bound(em.createQuery("select count(r)" + waitingIn(areas), Long.class), areas)
                .getSingleResult());
  }

  @Override
  public Map<AreaId, String> signs() {
    return entities.read(
        em ->
            em.createQuery(
                    "select r.area, count(r), sum(r.id), sum(r.revision)"
                        + waitingIn(Set.of())
                        + " and r.area is not null group by r.area",
                    Object[].class)
                .getResultStream()
                .collect(
                    Collectors.toMap(
                        row -> new AreaId((String) row[0]),
                        row -> row[1] + " " + row[2] + " " + row[3])));
  }

  private static String waitingIn(Set<AreaId> areas) {
    return " from ReviewRow r where r.openCase is not null"
        + (areas.isEmpty() ? "" : " and r.area in :areas");
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, Set<AreaId> areas) {
    return areas.isEmpty()
        ? query
        : query.setParameter("areas", areas.stream().map(AreaId::value).toList());
  }

  @Override
  public boolean claim(long id, Review.Claim claim, Instant now) {
    return entities.write(em -> locked(em, id).map(row -> row.claim(claim, now)).orElse(false));
  }

  @Override
  public void decide(long id, Review.Decision decision) {
    entities.write(
        em -> {
          ReviewRow row =
              locked(em, id)
                  .filter(ReviewRow::isOpen)
                  .orElseThrow(() -> new StoreConflict("review " + id + " is not open"));
          row.decide(decision);
          return true;
        });
  }

  /**
   * The row as it is now, whatever this transaction read before, and nobody else's until its end.
   */
  private static Optional<ReviewRow> locked(EntityManager em, long id) {
    Optional<ReviewRow> row = Optional.ofNullable(em.find(ReviewRow.class, id));
    row.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return row;
  }
}
