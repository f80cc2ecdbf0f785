package org.zhili.access.internal.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of tokens that were logged out with before their time; by then they are over anyway. */
@Entity
@Table(name = "access_ended_token")
public class EndedTokenEntity {
  @Id private String fingerprint;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @SuppressWarnings("NullAway.Init")
  protected EndedTokenEntity() {} // for Hibernate

  public EndedTokenEntity(String fingerprint, Instant expiresAt) {
    this.fingerprint = fingerprint;
    this.expiresAt = expiresAt;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
