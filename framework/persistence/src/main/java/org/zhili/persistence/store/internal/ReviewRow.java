package org.zhili.persistence.store.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.core.dispatch.Advice;
import org.zhili.core.dispatch.Review;
import org.zhili.core.dispatch.ReviewReason;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;

/** A review: what was advised and what was decided, side by side for whoever learns from it. */
@Entity
@Table(name = "core_review")
public class ReviewRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "core_review_id")
  @SequenceGenerator(name = "core_review_id", sequenceName = "core_review_id", allocationSize = 50)
  private @Nullable Long id;

  @Version private int revision;

  @Column(name = "case_id")
  private UUID caseId;

  /** The case again while the review is open: the column is unique. */
  @Column(name = "open_case")
  private @Nullable UUID openCase;

  @Column(updatable = false)
  private @Nullable String area;

  private String reasons;
  private @Nullable String advice;

  @Column(name = "advised_lead")
  private @Nullable String advisedLead;

  @Column(name = "confidence")
  private @Nullable Double confidence;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "claimed_by")
  private @Nullable String claimedBy;

  @Column(name = "claimed_until")
  private @Nullable Instant claimedUntil;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decided_lead")
  private @Nullable String decidedLead;

  @Column(name = "overruled")
  private @Nullable Boolean overruled;

  private @Nullable String decision;

  @SuppressWarnings("NullAway.Init")
  protected ReviewRow() {} // for Hibernate

  @SuppressWarnings("NullAway.Init")
  public ReviewRow(CaseId reviewed, AreaId lies, Instant at) {
    caseId = reviewed.value();
    area = lies.value();
    openCase = reviewed.value();
    createdAt = at.truncatedTo(ChronoUnit.MICROS);
  }

  public void advise(Set<ReviewReason> why, Optional<Advice> given) {
    reasons =
        String.join(
            " ", why.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)));
    advice = given.map(Json::write).orElse(null);
    advisedLead = given.flatMap(Advice::lead).map(UnitId::value).orElse(null);
    confidence = given.map(Advice::confidence).orElse(null);
  }

  /** Take it unless somebody else holds it at {@code now}, or it is decided. */
  public boolean claim(Review.Claim claim, Instant now) {
    boolean others =
        claim().filter(c -> !c.by().equals(claim.by()) && c.until().isAfter(now)).isPresent();
    if (!isOpen() || others) {
      return false;
    }
    claimedBy = claim.by();
    claimedUntil = claim.until().truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  public void decide(Review.Decision made) {
    openCase = null;
    decidedBy = made.by();
    decidedAt = made.at().truncatedTo(ChronoUnit.MICROS);
    decidedLead = made.lead().map(UnitId::value).orElse(null);
    overruled = made.overruled();
    decision = Json.write(made);
  }

  public boolean isOpen() {
    return openCase != null;
  }

  public Review review() {
    if (id == null) {
      throw new IllegalStateException("not persisted");
    }
    Set<ReviewReason> why = EnumSet.noneOf(ReviewReason.class);
    for (String reason : reasons.split(" ")) {
      if (!reason.isEmpty()) {
        why.add(ReviewReason.valueOf(reason));
      }
    }
    return new Review(
        id,
        new CaseId(caseId),
        why,
        Optional.ofNullable(advice).map(json -> Json.read(json, Advice.class)),
        createdAt,
        claim(),
        Optional.ofNullable(decision).map(json -> Json.read(json, Review.Decision.class)));
  }

  private Optional<Review.Claim> claim() {
    return claimedBy == null || claimedUntil == null
        ? Optional.empty()
        : Optional.of(new Review.Claim(claimedBy, claimedUntil));
  }
}
