package org.zhili.persistence.modules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity with everything ours usually have: UUIDv7, version, unique key, JSON record, time. */
@Entity
@Table(name = "notes_note")
public class Note {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @Version private int version;

  private String title;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Detail detail;

  @Column(name = "written_at")
  private Instant writtenAt;

  /** What nobody searches for. */
  public record Detail(String text, List<String> tags, Instant seenAt, Optional<String> place) {}

  @SuppressWarnings("NullAway.Init")
  protected Note() {} // for Hibernate

  public Note(String title, Instant writtenAt) {
    this.title = title;
    this.writtenAt = writtenAt;
  }

  public UUID id() {
    if (id == null) {
      throw new IllegalStateException("not persisted");
    }
    return id;
  }

  public int version() {
    return version;
  }

  public String title() {
    return title;
  }

  public void rename(String newTitle) {
    title = newTitle;
  }

  public Optional<Detail> detail() {
    return Optional.ofNullable(detail);
  }

  public void describe(Detail newDetail) {
    detail = newDetail;
  }

  public Instant writtenAt() {
    return writtenAt;
  }
}
