package org.zhili.persistence.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.zhili.core.grading.ScoreCard;
import org.zhili.core.grading.ScoreStore;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.Entities;
import org.zhili.persistence.store.internal.ScoreRow;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;

/**
 * Score cards as entities. Cards of earlier models are kept; the latest card of a subject and
 * period is the one that counts.
 */
public final class JpaScoreStore implements ScoreStore {
  private static final String OF_PERIOD =
      "select s from ScoreRow s where s.periodFrom = :from and s.periodTo = :to";

  private final Entities entities;

  public JpaScoreStore(Database database) {
    this.entities = new Entities(database);
  }

  @Override
  public void save(ScoreCard card) {
    entities.write(
        em -> {
          Optional<ScoreRow> earlier =
              ofSubject(em, card.subject(), card.period(), " and s.model = :model")
                  .setParameter("model", card.model())
                  .getResultStream()
                  .findFirst();
          earlier.ifPresentOrElse(row -> row.become(card), () -> em.persist(new ScoreRow(card)));
          return true;
        });
  }

  @Override
  public Optional<ScoreCard> find(Subject subject, GradingPeriod period) {
    return entities.read(
        em ->
            ofSubject(em, subject, period, " order by s.gradedAt desc, s.id desc")
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(ScoreRow::card));
  }

  @Override
  public Optional<GradingPeriod> latest(Optional<Subject> subject) {
    String of = subject.isPresent() ? " where s.kind = :kind and s.subject = :subject" : "";
    return entities.read(
        em -> {
          TypedQuery<ScoreRow> query =
              em.createQuery(
                  "select s from ScoreRow s"
                      + of
                      + " order by s.periodTo desc, s.gradedAt desc, s.id desc",
                  ScoreRow.class);
          subject.ifPresent(
              asked -> {
                query.setParameter("kind", asked.kind());
                query.setParameter("subject", asked.id());
              });
          return query
              .setMaxResults(1)
              .getResultStream()
              .findFirst()
              .map(row -> row.card().period());
        });
  }

  private static TypedQuery<ScoreRow> ofSubject(
      EntityManager em, Subject subject, GradingPeriod period, String more) {
    return ofPeriod(em, period, " and s.kind = :kind and s.subject = :subject" + more)
        .setParameter("kind", subject.kind())
        .setParameter("subject", subject.id());
  }

  private static TypedQuery<ScoreRow> ofPeriod(
      EntityManager em, GradingPeriod period, String more) {
    return em.createQuery(OF_PERIOD + more, ScoreRow.class)
        .setParameter("from", period.from())
        .setParameter("to", period.toExclusive());
  }

  @Override
  public List<ScoreCard> of(GradingPeriod period) {
    String latest =
        " and not exists (select 1 from ScoreRow o where o.periodFrom = s.periodFrom"
            + " and o.periodTo = s.periodTo and o.kind = s.kind and o.subject = s.subject"
            + " and (o.gradedAt > s.gradedAt or (o.gradedAt = s.gradedAt and o.id > s.id)))"
            + " order by case when s.total is null then 1 else 0 end, s.total desc,"
            + " s.kind, s.subject";
    return entities.read(
        em -> ofPeriod(em, period, latest).getResultStream().map(ScoreRow::card).toList());
  }
}
