package org.zhili.persistence.throwaway;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity of a module that comes and goes: with JSON and a lazy reference, which both cache. */
@Entity
@Table(name = "throwaway_parcel")
class Parcel {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @Version private int version;

  @JdbcTypeCode(SqlTypes.JSON)
  private Label label;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "next_id")
  private @Nullable Parcel next;

  record Label(String to, List<Stamp> stamps) {}

  record Stamp(int value) {}

  @SuppressWarnings("NullAway.Init")
  protected Parcel() {} // for Hibernate

  Parcel(Label label, @Nullable Parcel next) {
    this.label = label;
    this.next = next;
  }

  @Nullable UUID id() {
    return id;
  }

  Label label() {
    return label;
  }

  @Nullable Parcel next() {
    return next;
  }
}
