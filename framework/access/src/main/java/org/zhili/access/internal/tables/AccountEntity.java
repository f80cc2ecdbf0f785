package org.zhili.access.internal.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of accounts; roles and areas are lists of words. */
@Entity
@Table(name = "access_account")
public class AccountEntity {
  @Id private String name;
  @Version private int version;
  private String roles;
  private @Nullable String unit;
  private String areas;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change")
  private boolean mustChange;

  private boolean locked;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "made_for")
  private @Nullable String madeFor;

  private @Nullable String issuer;
  private @Nullable String subject;

  @Column(name = "tokens_from")
  private @Nullable Instant tokensFrom;

  @Column(name = "kept_token")
  private @Nullable String keptToken;

  @Column(name = "last_login")
  private @Nullable Instant lastLogin;

  @SuppressWarnings("NullAway.Init")
  protected AccountEntity() {} // for Hibernate

  public AccountEntity(
      String name, String roles, @Nullable String unit, String areas, Instant createdAt) {
    this.name = name;
    this.roles = roles;
    this.unit = unit;
    this.areas = areas;
    this.createdAt = createdAt;
    this.passwordHash = "";
  }

  public String name() {
    return name;
  }

  public String roles() {
    return roles;
  }

  public @Nullable String unit() {
    return unit;
  }

  public String areas() {
    return areas;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public boolean mustChange() {
    return mustChange;
  }

  public boolean locked() {
    return locked;
  }

  /** Let it open nothing, or what it opened before. */
  public void lock(boolean closed) {
    locked = closed;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Set what it may do, and where. */
  public void rights(String roles, @Nullable String unit, String areas) {
    this.roles = roles;
    this.unit = unit;
    this.areas = areas;
  }

  /**
   * Set another password.
   *
   * @param oneTime whether it must be changed before anything else is done with it
   */
  public void password(String hash, boolean oneTime) {
    passwordHash = hash;
    mustChange = oneTime;
  }

  public @Nullable String issuer() {
    return issuer;
  }

  public @Nullable String subject() {
    return subject;
  }

  /** Set who its owner is at the identity provider, or that nobody says. */
  public void link(@Nullable String issuer, @Nullable String subject) {
    this.issuer = issuer;
    this.subject = subject;
  }

  public @Nullable Instant lastLogin() {
    return lastLogin;
  }

  /** Let tokens of before open it no more, but for the one with this fingerprint. */
  public void endTokens(Instant from, String kept) {
    tokensFrom = from;
    keptToken = kept;
  }

  /** Whether a token opens it that was made then; older ones may be of another of its name. */
  public boolean takes(String fingerprint, Instant made) {
    Instant from = tokensFrom == null ? createdAt : tokensFrom;
    return fingerprint.equals(keptToken) || !made.isBefore(from);
  }

  /** Remember which request it was made for, by its fingerprint. */
  public void madeFor(String request) {
    madeFor = request;
  }
}
