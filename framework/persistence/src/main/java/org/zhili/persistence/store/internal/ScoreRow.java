package org.zhili.persistence.store.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhili.core.grading.ScoreCard;
import org.zhili.scoring.Subject;

/** A score card: columns to find and rank it by, and the card itself as JSON. */
@Entity
@Table(name = "core_score")
public class ScoreRow {
  private static final int SCALE = 6;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "core_score_id")
  @SequenceGenerator(name = "core_score_id", sequenceName = "core_score_id", allocationSize = 50)
  private @Nullable Long id;

  @Version private int revision;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Subject.Kind kind;

  @Column(updatable = false)
  private String subject;

  @Column(name = "period_from", updatable = false)
  private LocalDate periodFrom;

  @Column(name = "period_to", updatable = false)
  private LocalDate periodTo;

  @Column(updatable = false)
  private String model;

  @Column(precision = 20, scale = SCALE)
  private @Nullable BigDecimal total;

  @Column(name = "graded_at")
  private Instant gradedAt;

  private String card;

  @SuppressWarnings("NullAway.Init")
  protected ScoreRow() {} // for Hibernate

  @SuppressWarnings("NullAway.Init")
  public ScoreRow(ScoreCard given) {
    kind = given.subject().kind();
    subject = given.subject().id();
    periodFrom = given.period().from();
    periodTo = given.period().toExclusive();
    model = given.model();
    become(given);
  }

  public final void become(ScoreCard given) {
    total = given.total().map(t -> t.setScale(SCALE, RoundingMode.HALF_UP)).orElse(null);
    gradedAt = given.gradedAt().truncatedTo(ChronoUnit.MICROS);
    card = Json.write(given);
  }

  public ScoreCard card() {
    return Json.read(card, ScoreCard.class);
  }
}
