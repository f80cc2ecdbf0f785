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

  private boolean browser;

  @SuppressWarnings("NullAway.Init")
  protected SessionEntity() {} // for Hibernate

  /**
   * A session that was just opened.
   *
   * @param browser whether a browser keeps it, rather than a program
   */
  public SessionEntity(
      String tokenHash, String account, Instant expiresAt, Instant seenAt, boolean browser) {
    this.tokenHash = tokenHash;
    this.account = account;
    this.expiresAt = expiresAt;
    this.seenAt = seenAt;
    this.browser = browser;
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

  public boolean browser() {
    return browser;
  }

  public void seen(Instant at) {
    seenAt = at;
  }
}
