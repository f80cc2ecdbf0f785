package org.zhili.access.internal.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of sessions; who reads the table cannot use what is in it. */
@Entity
@Table(name = "access_session")
public class SessionEntity {
  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  private String account;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @SuppressWarnings("NullAway.Init")
  protected SessionEntity() {} // for Hibernate

  public SessionEntity(String tokenHash, String account, Instant expiresAt, Instant seenAt) {
    this.tokenHash = tokenHash;
    this.account = account;
    this.expiresAt = expiresAt;
    this.seenAt = seenAt;
  }

  public String tokenHash() {
    return tokenHash;
  }

  public String account() {
    return account;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant seenAt() {
    return seenAt;
  }

  public void seen(Instant at) {
    seenAt = at;
  }
}
