package org.zhili.persistence.modules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A count under a name. */
@Entity
@Table(name = "tallies_tally")
public class Tally {

  @Id private String name;
  private long amount;

  @Column(name = "claimed_by")
  private @Nullable String claimedBy;

  @SuppressWarnings("NullAway.Init")
  protected Tally() {} // for Hibernate

  public Tally(String name, long amount) {
    this.name = name;
    this.amount = amount;
  }

  public String name() {
    return name;
  }

  public long amount() {
    return amount;
  }

  public void add(long more) {
    amount += more;
  }
}
