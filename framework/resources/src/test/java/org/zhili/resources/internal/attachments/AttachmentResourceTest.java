package org.zhili.resources.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.audit.AuditResource;
import org.zhili.resources.internal.cases.ActionBody;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.cases.EvidenceBody;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.problem.Problem;

class AttachmentResourceTest {
  private static final LoggedIn WEI = LoggedIn.GRID_WORKER.in("east-1");

  private final TestTown town = new TestTown();
  private final Life life = new Life(town);
  private final AttachmentResource attachments = town.resource(AttachmentResource.class);
  private final CaseResource cases = town.resource(CaseResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private AttachmentView bring(LoggedIn by) {
    return bring(Pictures.jpeg(40, 30), null, by);
  }

  private AttachmentView bring(byte[] file, @Nullable String key, LoggedIn by) {
    try {
      return (AttachmentView)
          attachments
              .bring("2026-11-23T00:59:00Z", 30.5, 104.1, new ByteArrayInputStream(file), key, by)
              .getEntity();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response look(String id, LoggedIn by) {
    return attachments.look(id, "full", by);
  }

  /** A report of a grid worker that shows this. */
  private static ReportBody report(Optional<String> asset, String... references) {
    ReportBody told = Bodies.report("east-1", asset);
    return new ReportBody(
        told.type(),
        told.filing(),
        "grid-worker",
        told.subject(),
        told.condition(),
        told.area(),
        told.address(),
        told.position(),
        told.summary(),
        told.severity(),
        told.asset(),
        List.of(references).stream().map(r -> new EvidenceBody("photo-before", r)).toList(),
        Optional.empty());
  }

  private String reported(LoggedIn by, String... references) {
    return Life.detail(cases.report(report(Optional.empty(), references), null, by)).head().id();
  }

  @Test
  void a_photo_is_its_bringers_alone_until_a_case_names_it() {
    AttachmentView photo = bring(WEI);
    assertThat(photo.takenAt()).contains(Instant.parse("2026-11-23T00:59:00Z"));
    assertThat(photo.position().orElseThrow().latitude()).isEqualTo(30.5);
    assertThat(look(photo.id(), WEI).getStatus()).isEqualTo(200);
    refused(404, "ZL-3160", () -> look(photo.id(), LoggedIn.OPERATOR));

    String id = reported(WEI, photo.reference());
    Response seen = look(photo.id(), LoggedIn.OPERATOR);
    assertThat(Pictures.seen((byte[]) seen.getEntity()).getWidth()).isEqualTo(40);
    assertThat(seen.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(seen.getHeaderString("Content-Security-Policy")).contains("sandbox");
    refused(404, "ZL-3160", () -> look(photo.id(), LoggedIn.TELECOM));
    refused(404, "ZL-3160", () -> look(photo.id(), LoggedIn.OPERATOR.in("west")));
    assertThat(town.resource(CaseAttachmentResource.class).list(id, LoggedIn.OPERATOR))
        .containsExactly(photo);
  }

  @Test
  void who_looked_at_photos_of_a_case_is_written_down_once() {
    String first = bring(WEI).id();
    look(first, WEI);
    String second = bring(WEI).id();
    String id = reported(WEI, "attachment:" + first, "attachment:" + second);
    attachments.look(first, "small", LoggedIn.SUPERVISOR);
    refused(404, "ZL-3160", () -> look(first, LoggedIn.TELECOM));
    for (String photo : List.of(first, second, first)) {
      look(photo, LoggedIn.OPERATOR);
    }
    assertThat(
            town.resource(AuditResource.class)
                .list(null, "case.photo-seen", null, null, null, null, 9, LoggedIn.AUDITOR)
                .items())
        .extracting(entry -> entry.who() + " " + entry.subject())
        .containsExactly("olivia " + town.file(id).number());
  }

  @Test
  void nobody_shows_what_another_has_brought_or_another_case_shows() {
    String foreign = bring(LoggedIn.OPERATOR).reference();
    Problem problem = refused(422, "ZL-3163", () -> reported(WEI, foreign));
    assertThat(problem.violations().get(0).field()).isEqualTo("evidence");
    refused(422, "ZL-3163", () -> reported(WEI, "attachment:" + new UUID(0, 0)));

    String shown = bring(WEI).reference();
    String id = reported(WEI, shown);
    refused(422, "ZL-3163", () -> reported(WEI, shown));
    assertThat(list(WEI)).containsExactly(id);
    refused(422, "ZL-3163", () -> life.act(id, note(foreign), WEI));
    assertThat(life.act(id, note(shown), WEI).head().version()).isEqualTo(2);
  }

  @Test
  void words_are_no_photo_but_an_address_where_one_is_kept_is() {
    Problem problem = refused(422, "ZL-3260", () -> reported(WEI, "a hole, and no cover on it"));
    assertThat(problem.violations().get(0).field()).isEqualTo("evidence.photo-before");
    refused(422, "ZL-3260", () -> reported(WEI, "http://photos.example.org/1.jpg"));
    refused(422, "ZL-3260", () -> reported(WEI, "https://photos.example.org/1.jpg and more"));
    assertThat(list(WEI)).isEmpty();

    String id = reported(WEI, "https://photos.example.org/1.jpg");
    refused(422, "ZL-3260", () -> life.act(id, note("it is closed"), WEI));
    assertThat(town.file(id).version()).isEqualTo(1);
    EvidenceBody words = new EvidenceBody("note", "it is closed");
    assertThat(life.act(id, Bodies.note(words), WEI).head().version()).isEqualTo(2);
  }

  private List<String> list(LoggedIn by) {
    return cases
        .list(List.of(), List.of(), null, null, null, null, null, null, null, null, 50, by)
        .items()
        .stream()
        .map(head -> head.id())
        .toList();
  }

  private static ActionBody note(String reference) {
    return Bodies.note(new EvidenceBody("photo-after", reference));
  }

  @Test
  void a_report_that_joins_a_case_brings_its_photos_there() {
    life.report(Bodies.report("east-1", Optional.of("A-east")));
    AttachmentView photo = bring(WEI);
    Response joined = cases.report(report(Optional.of("A-east"), photo.reference()), null, WEI);

    assertThat(joined.getStatus()).isEqualTo(200);
    String id = Life.detail(joined).head().id();
    assertThat(town.resource(CaseTraceResource.class).read(id, WEI).entries())
        .extracting(entry -> entry.words().getOrDefault("evidence.0.content", ""))
        .endsWith(photo.reference());
    assertThat(look(photo.id(), LoggedIn.OPERATOR).getStatus()).isEqualTo(200);
  }

  @Test
  void the_same_photo_sent_again_under_its_key_is_kept_once() {
    byte[] file = Pictures.jpeg(40, 30);
    String key = "a-key-of-a-phone";

    assertThat(bring(file, key, WEI)).isEqualTo(bring(file, key, WEI));
    assertThat(bring(file, key, LoggedIn.OPERATOR)).isNotEqualTo(bring(file, key, WEI));
    refused(409, "ZL-3007", () -> bring(Pictures.jpeg(41, 30), key, WEI));
    assertThat(town.town().stores().attachments().loose("wei")).isEqualTo(1);
  }

  @Test
  void a_key_is_remembered_for_a_week_as_phones_may_be_without_a_line_for_days() {
    byte[] file = Pictures.jpeg(40, 30);
    String key = "a-key-of-a-phone";
    AttachmentView first = bring(file, key, WEI);

    town.pass(Duration.ofDays(6).plusHours(23));
    town.work();
    assertThat(bring(file, key, WEI)).isEqualTo(first);
    town.pass(Duration.ofHours(3));
    town.work();
    assertThat(bring(file, key, WEI).id()).isNotEqualTo(first.id());
  }

  @Test
  void photos_that_no_case_names_are_few_and_forgotten_after_eight_days() {
    byte[] file = Pictures.jpeg(4, 3);
    AttachmentView kept = bring(file, null, WEI);
    String id = reported(WEI, kept.reference());
    AttachmentView loose = bring(file, null, WEI);
    for (int i = 1; i < 300; i++) {
      bring(file, null, WEI);
    }
    refused(429, "ZL-3164", () -> bring(file, null, WEI));
    assertThat(bring(file, null, LoggedIn.OPERATOR).width()).isEqualTo(4);

    town.pass(Duration.ofDays(7).plusHours(23));
    town.work();
    assertThat(look(loose.id(), WEI).getStatus()).isEqualTo(200);
    town.pass(Duration.ofHours(2));
    town.work();
    refused(404, "ZL-3160", () -> look(loose.id(), WEI));
    assertThat(look(kept.id(), WEI).getStatus()).isEqualTo(200);
    assertThat(town.file(id).report().evidence()).hasSize(1);
  }

  @Test
  void a_time_or_a_position_that_is_none_is_refused() {
    byte[] file = Pictures.jpeg(4, 3);
    refused(
        422,
        "ZL-3011",
        () -> attachments.bring("today", null, null, new ByteArrayInputStream(file), null, WEI));
    refused(
        422,
        "ZL-3011",
        () ->
            attachments.bring(
                "-9999-01-01T00:00:00Z", null, null, new ByteArrayInputStream(file), null, WEI));
    refused(
        422,
        "ZL-3011",
        () -> attachments.bring(null, 30.5, null, new ByteArrayInputStream(file), null, WEI));
  }
}
