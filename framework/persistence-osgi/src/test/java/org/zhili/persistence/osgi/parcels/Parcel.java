package org.zhili.persistence.osgi.parcels;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity with all that needs the engine's classes beside it: generated id, JSON, lazy proxy. */
@Entity
@Table(name = "parcels_parcel")
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

  record Label(String to, List<String> stamps) {}

  @SuppressWarnings("NullAway.Init")
  protected Parcel() {} // for Hibernate

  Parcel(Label label, @Nullable Parcel next) {
    this.label = label;
    this.next = next;
  }

  UUID id() {
    return Optional.ofNullable(id).orElseThrow();
  }

  Label label() {
    return label;
  }

  Optional<Parcel> next() {
    return Optional.ofNullable(next);
  }
}
