package org.zhili.resources.internal.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhili.resources.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.audit.AuditEntry;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;
import org.zhili.resources.internal.editions.EditionView.Standing;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.rules.CalendarDay;

/** The town's clock begins on 2026-11-23 at 9:00 in Shanghai. */
class EditionResourceTest {
  private static final String CALENDAR = "calendar";
  private static final String TYPE = "test.component";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String HEADER = "date,kind,name,source\n";
  private static final String NEW_YEAR = "2026-01-01,holiday,元旦,notice\n";
  private static final String URGENT = HEADER + "2026-12-31,holiday,x,notice\n";

  private final TestTown town = new TestTown();
  private final EditionResource editions = town.resource(EditionResource.class);
  private final EditionHistoryResource past = town.resource(EditionHistoryResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  private TextView read(String part) {
    return (TextView) editions.read(part, null, LoggedIn.ADMINISTRATOR).getEntity();
  }

  private EditionView publish(String part, String text, LocalDate from, String seen) {
    PublishBody body = new PublishBody(text, from, "official notice", Optional.empty());
    return editions.publish(part, body, seen, LoggedIn.ADMINISTRATOR);
  }

  private PreviewView preview(String part, String text) {
    return editions.preview(
        part,
        new PreviewBody(
            text, Optional.of(TODAY), Optional.of(TODAY), Optional.empty(), Optional.empty()),
        LoggedIn.ADMINISTRATOR);
  }

  @Test
  void a_calendar_is_published_from_a_day_on_and_everybody_follows() {
    town.enter(day("2026-01-01"));
    TextView now = read(CALENDAR);
    assertThat(now.text()).isEqualTo(HEADER + "2026-01-01,holiday,n,s\n");
    assertThat(now.edition()).isEmpty();
    EditionView waiting = publish(CALENDAR, HEADER + NEW_YEAR, TODAY.plusDays(1), now.seen());
    assertThat(waiting.standing()).isEqualTo(Standing.WAITING);
    assertThat(town.town().books().rules().calendar()).hasSize(1);
    town.pass(Duration.ofHours(15)); // midnight
    town.town().followEditions();
    assertThat(town.town().books().rules().calendar())
        .extracting(CalendarDay::name)
        .containsExactly("元旦");
    assertThat(history(CALENDAR))
        .extracting(EditionView::standing)
        .containsExactly(Standing.IN_FORCE);
    assertThat(read(CALENDAR).edition()).contains(1);
    assertThat(past.edition(CALENDAR, "0", LoggedIn.ADMINISTRATOR).text()).isEqualTo(now.text());
    assertThat(noted()).containsExactly("ada calendar 1: from 2026-11-24: official notice");
  }

  private List<EditionView> history(String part) {
    return past.history(part, LoggedIn.ADMINISTRATOR);
  }

  private static CalendarDay day(String date) {
    return new CalendarDay(LocalDate.parse(date), CalendarDay.Kind.HOLIDAY, "n", "s");
  }

  private List<String> noted() {
    return town.town().stores().audits().after(0, 1000).stream()
        .map(AuditEntry::note)
        .filter(note -> note.action().equals("edition.published"))
        .map(note -> note.who() + " " + note.subject() + ": " + note.detail())
        .toList();
  }

  @Test
  void what_others_published_meanwhile_what_is_over_and_what_is_the_same_is_refused() {
    String seen = read(CALENDAR).seen();
    refused(422, "ZL-3222", () -> publish(CALENDAR, HEADER + NEW_YEAR, TODAY.minusDays(1), seen));
    refused(422, "ZL-3224", () -> publish(CALENDAR, HEADER, TODAY, seen));
    refused(428, "ZL-3033", () -> publishUnseen());
    publish(CALENDAR, HEADER + NEW_YEAR, TODAY.plusDays(7), seen);
    refused(412, "ZL-3034", () -> publish(CALENDAR, HEADER, TODAY.plusDays(8), seen));
    String again = read(CALENDAR).seen();
    refused(422, "ZL-3223", () -> publish(CALENDAR, HEADER, TODAY.plusDays(6), again));
    refused(404, "ZL-3228", () -> past.edition(CALENDAR, "9", LoggedIn.ADMINISTRATOR));
    refused(404, "ZL-3220", () -> read("no.such-type"));
    refused(403, "ZL-3003", () -> editions.list(LoggedIn.ADMINISTRATOR.in("west")));
    assertThat(noted()).hasSize(1);
    PublishBody urgent = new PublishBody(URGENT, TODAY, "urgent", Optional.of(true));
    assertThat(editions.publish(CALENDAR, urgent, again, LoggedIn.ADMINISTRATOR).standing())
        .isEqualTo(Standing.IN_FORCE);
    assertThat(history(CALENDAR))
        .extracting(EditionView::standing)
        .containsExactly(Standing.IN_FORCE, Standing.WAITING);
  }

  private void publishUnseen() {
    PublishBody body = new PublishBody(HEADER + NEW_YEAR, TODAY, "r", Optional.empty());
    editions.publish(CALENDAR, body, null, LoggedIn.ADMINISTRATOR);
  }

  @Test
  void every_fault_of_a_draft_is_told_with_its_row_and_field() {
    String text = HEADER + NEW_YEAR + "2026-13-01,vacation,x,y\n";
    List<FaultView> faults = editions.check(CALENDAR, new DraftBody(text), LoggedIn.ADMINISTRATOR);
    assertThat(faults).extracting(FaultView::row).containsExactly(2, 2);
    assertThat(faults).extracting(FaultView::field).containsExactly("date", "kind");
    assertThat(faults).extracting(FaultView::code).containsExactly("ZL-1218", "ZL-1217");
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> publish(CALENDAR, text, TODAY, read(CALENDAR).seen()));
    assertThat(refused.problem().code()).isEqualTo("ZL-3221");
    assertThat(refused.problem().violations())
        .extracting(Violation::field)
        .containsExactly("2/date", "2/kind");
  }

  @Test
  void a_filing_that_other_files_use_stays_and_a_type_keeps_its_id() {
    String text = read(TYPE).text();
    assertThat(check(text)).isEmpty();
    assertThat(check(text.replaceFirst("\"missing\"", "\"lost\"")))
        .extracting(FaultView::field)
        .containsExactly("/filings", "/filings");
    assertThat(check(text.replace(TYPE, "test.other")))
        .extracting(FaultView::field)
        .containsExactly("/id");
  }

  private List<FaultView> check(String text) {
    return editions.check(TYPE, new DraftBody(text), LoggedIn.ADMINISTRATOR);
  }

  @Test
  void new_cases_follow_another_edition_of_their_type_and_open_ones_theirs() {
    Life life = new Life(town);
    String before = accepted(life);
    String text = read(TYPE).text().replace("2 HOUR", "1 HOUR");
    PreviewView preview = preview(TYPE, text);
    assertThat(preview.all().cases()).isEqualTo(1);
    assertThat(preview.samples())
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.id()).isEqualTo(before);
              assertThat(sample.dues()).hasSize(2);
            });
    publish(TYPE, text, TODAY, read(TYPE).seen());
    String after = accepted(life);
    assertThat(town.file(before).type().version()).isEqualTo(1);
    assertThat(town.file(after).type().version()).isEqualTo(2);
    assertThat(read(TYPE).edition()).contains(1);
    assertThat(past.edition(TYPE, "0", LoggedIn.ADMINISTRATOR).text()).contains("2 HOUR");
  }

  private String accepted(Life life) {
    String id = life.report(Bodies.report()).head().id();
    life.act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    return id;
  }

  @Test
  void a_preview_has_an_end_and_is_of_last_month_unless_asked_otherwise() {
    PreviewView last =
        editions.preview(
            CALENDAR,
            new PreviewBody(
                HEADER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            LoggedIn.ADMINISTRATOR);
    assertThat(last.from()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(last.to()).isEqualTo(LocalDate.of(2026, 10, 31));
    refused(422, "ZL-3225", () -> over(TODAY.minusDays(92), TODAY));
    refused(422, "ZL-3225", () -> over(TODAY, TODAY.minusDays(1)));
    refused(422, "ZL-3237", () -> over(TODAY, LocalDate.MAX));
    refused(422, "ZL-3237", () -> over(LocalDate.of(206, 11, 1), TODAY));
  }

  @Test
  void a_calendar_loses_no_year_that_counts_and_nobody_waits_for_the_next_century() {
    town.enter(day("2025-01-01"), day("2026-01-01"), day("2027-01-01"));
    String seen = read(CALENDAR).seen();
    String next = "2027-01-01,holiday,n,s\n";
    refused(422, "ZL-3238", () -> publish(CALENDAR, HEADER + next, TODAY, seen));
    refused(422, "ZL-3238", () -> publish(CALENDAR, HEADER + NEW_YEAR, TODAY, seen));
    refused(422, "ZL-3237", () -> publish(CALENDAR, HEADER, TODAY.plusYears(100), seen));
    publish(CALENDAR, HEADER + next, LocalDate.of(2027, 1, 1), seen);
  }

  private void over(LocalDate from, LocalDate to) {
    editions.preview(
        CALENDAR,
        new PreviewBody(
            HEADER, Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty()),
        LoggedIn.ADMINISTRATOR);
  }
}
