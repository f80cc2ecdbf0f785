package org.zhili.persistence.store.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.Rating;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.id.AssetId;
import org.zhili.id.CaseId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Personal;

/**
 * A case file: columns for what is searched, JSON for the rest.
 *
 * <p>{@code revision} is Hibernate's own and guards against two who write at once; {@code version}
 * is the file's.
 */
@Entity
@Table(name = "core_case")
public class CaseRow {
  /** Stands in the column of a case in which nothing is due, behind all others in its index. */
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final int FOUND_BY = 2000;

  @Id private UUID id;

  @Version private int revision;

  @Column(updatable = false)
  private String number;

  @Column(name = "public_code", updatable = false)
  private String publicCode;

  private long version;

  @Column(name = "type_id", updatable = false)
  private String typeId;

  @Column(name = "type_version", updatable = false)
  private int typeVersion;

  private String step;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private CaseState state;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Standing standing;

  @Column(name = "open_key")
  private @Nullable String openKey;

  @Column(updatable = false)
  private String source;

  @Column(updatable = false)
  private String subject;

  @Column(updatable = false)
  private String area;

  @Column(updatable = false)
  private @Nullable String asset;

  @Column(updatable = false)
  private @Nullable String device;

  private @Nullable String filing;

  @Column(name = "lead_unit")
  private @Nullable String leadUnit;

  @Column(name = "solved")
  private @Nullable Boolean solved;

  @Column(name = "stars")
  @JdbcTypeCode(SqlTypes.SMALLINT)
  private @Nullable Integer stars;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Column(name = "reported_at", updatable = false)
  private Instant reportedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(updatable = false)
  private String report;

  private String course;

  /** What it is found by; nothing, where a node of an earlier version opened the case. */
  private String words;

  /** The same as it is shown to whoever did not ask for numbers of people. */
  private String covered;

  /** Written by itself, see {@link #NEVER}. */
  @Column(name = "due_at", insertable = false, updatable = false)
  private @Nullable Instant dueAt;

  @ElementCollection
  @CollectionTable(name = "core_case_unit", joinColumns = @JoinColumn(name = "case_id"))
  @Column(name = "unit")
  private Set<String> units = new HashSet<>();

  @SuppressWarnings("NullAway.Init")
  protected CaseRow() {} // for Hibernate

  @SuppressWarnings("NullAway.Init")
  public CaseRow(CaseFile file) {
    Report told = file.report();
    id = file.id().value();
    number = file.number();
    publicCode = file.publicCode();
    typeId = file.type().id();
    typeVersion = file.type().version();
    source = told.source();
    subject = told.subject();
    area = told.area().value();
    asset = told.asset().map(AssetId::value).orElse(null);
    device = told.device().map(DeviceId::value).orElse(null);
    reportedAt = told.reportedAt().truncatedTo(ChronoUnit.MICROS);
    report = Json.write(told);
    words = "";
    covered = "";
    units.addAll(involved(file.assignment()));
    become(file);
  }

  private static String words(String number, Report told) {
    String all =
        String.join("\n", number, told.address(), told.summary().zh(), told.summary().en());
    return Texts.storable(all, FOUND_BY).toLowerCase(Locale.ROOT);
  }

  /** Words without what names people; the number of the case in front of them is none of that. */
  public static String covered(String words) {
    int line = words.indexOf('\n');
    return words.substring(0, line + 1) + Personal.masked(words.substring(line + 1));
  }

  /** Take over what an action changed. */
  public void become(CaseFile file) {
    if (version != 0) {
      take(file.assignment());
    }
    if (words.isEmpty()) {
      words = words(number, file.report());
    }
    if (covered.isEmpty()) {
      covered = covered(words);
    }
    version = file.version();
    step = file.step();
    state = file.state();
    standing = file.standing();
    openKey = file.standing().ended() ? null : file.report().key();
    filing = file.filing().orElse(null);
    leadUnit = file.assignment().lead().map(UnitId::value).orElse(null);
    solved = file.rating().map(Rating::solved).orElse(null);
    stars = file.rating().map(Rating::stars).orElse(null);
    mergedInto = file.mergedInto().map(CaseId::value).orElse(null);
    closedAt = file.closedAt().map(at -> at.truncatedTo(ChronoUnit.MICROS)).orElse(null);
    course = Json.write(Course.of(file));
  }

  /** The units are only looked at, and so loaded, when others have a part now. */
  private void take(Assignment assignment) {
    Set<String> now = involved(assignment);
    if (!now.equals(involved(course().assignment()))) {
      units.retainAll(now);
      units.addAll(now);
    }
  }

  private static Set<String> involved(Assignment assignment) {
    Set<String> units = new HashSet<>();
    Stream.of(
            assignment.lead().stream(),
            assignment.assisting().stream(),
            assignment.supervising().stream(),
            assignment.notified().stream())
        .flatMap(some -> some)
        .forEach(unit -> units.add(unit.value()));
    return units;
  }

  public long version() {
    return version;
  }

  private Course course() {
    return Json.read(course, Course.class);
  }

  public CaseFile file() {
    Course now = course();
    return new CaseFile(
        new CaseId(id),
        number,
        publicCode,
        version,
        new CaseTypeRef(typeId, typeVersion),
        step,
        state,
        standing,
        Json.read(report, Report.class),
        Optional.ofNullable(filing),
        now.assignment(),
        now.clocks(),
        now.pauses(),
        now.counts(),
        now.rating(),
        Optional.ofNullable(mergedInto).map(CaseId::new),
        now.closedAt());
  }
}
