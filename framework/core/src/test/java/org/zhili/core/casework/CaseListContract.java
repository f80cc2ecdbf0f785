package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleFiles.NOON;
import static org.zhili.core.casework.SampleFiles.closed;
import static org.zhili.core.casework.SampleFiles.full;
import static org.zhili.core.casework.SampleFiles.id;
import static org.zhili.core.casework.SampleFiles.lead;
import static org.zhili.core.casework.SampleFiles.led;
import static org.zhili.core.casework.SampleFiles.next;
import static org.zhili.core.casework.SampleFiles.opened;
import static org.zhili.core.casework.SampleFiles.reported;
import static org.zhili.core.casework.SampleFiles.unit;
import static org.zhili.core.casework.SampleFiles.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.core.casework.CaseStore.Query;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** What a {@link CaseStore} promises those who look for cases. */
public abstract class CaseListContract extends CaseStoreFixture {
  private List<CaseFile> list(Query query) {
    return transactions().run(() -> store().list(query));
  }

  @Test
  void unfinished_cases_are_counted_by_their_lead() {
    insert(
        led(1, "works"),
        led(2, "works"),
        with(led(3, "works"), Standing.PARKED, CaseState.HANDLING, lead("works")),
        closed(led(4, "works"), NOON),
        led(5, "gas"),
        opened(6),
        full(7));

    assertThat(store().openCases(Set.of(unit("works"), unit("gas"), unit("telecom"))))
        .isEqualTo(Map.of(unit("works"), 4, unit("gas"), 1));
    assertThat(store().openCases(Set.of(unit("gas")))).isEqualTo(Map.of(unit("gas"), 1));
    assertThat(store().openCases(Set.of())).isEmpty();
  }

  @Test
  void pages_begin_with_the_newest_and_go_on_after_the_last() {
    insert(opened(2), opened(1), opened(3), full(5), opened(4));

    assertThat(list(Query.newest(2))).containsExactly(full(5), opened(4));
    assertThat(list(after(opened(4).number(), 2))).containsExactly(opened(3), opened(2));
    assertThat(list(after(opened(2).number(), 2))).containsExactly(opened(1));
    assertThat(list(after(opened(1).number(), 2))).isEmpty();
  }

  private static Query after(String number, int limit) {
    return new Query(
        Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of(number), limit);
  }

  private static Query unitQuery(String... units) {
    return new Query(
        Set.of(),
        Set.of(),
        Set.of(),
        Stream.of(units).map(SampleFiles::unit).collect(Collectors.toSet()),
        Optional.empty(),
        Optional.empty(),
        200);
  }

  @Test
  void a_list_holds_what_fits_in_every_respect() {
    CaseFile elsewhere = reported(opened(2), report(2, "key-2", "street", "bin"));
    CaseFile here = reported(opened(3), report(3, "key-3", "district", "bin"));
    CaseFile waits = with(opened(4), Standing.PARKED, CaseState.HANDLING, Assignment.NONE);
    insert(opened(1), elsewhere, here, waits, closed(opened(5), NOON));

    assertThat(list(query(Set.of(CaseState.REPORTED), Set.of(), Set.of(), "")))
        .containsExactly(here, elsewhere, opened(1));
    assertThat(list(query(Set.of(), Set.of(Standing.PARKED, Standing.CLOSED), Set.of(), "")))
        .containsExactly(closed(opened(5), NOON), waits);
    assertThat(list(query(Set.of(), Set.of(), Set.of("street", "nowhere"), "")))
        .containsExactly(elsewhere);
    assertThat(list(query(Set.of(), Set.of(), Set.of(), "bin"))).containsExactly(here, elsewhere);
    assertThat(
            list(
                query(
                    Set.of(CaseState.REPORTED), Set.of(Standing.OPEN), Set.of("district"), "bin")))
        .containsExactly(here);
  }

  private static Query query(
      Set<CaseState> states, Set<Standing> standings, Set<String> areas, String subject) {
    return new Query(
        states,
        standings,
        areas.stream().map(AreaId::new).collect(Collectors.toSet()),
        Set.of(),
        Optional.of(subject).filter(s -> !s.isEmpty()),
        Optional.empty(),
        200);
  }

  private static Report report(int n, String key, String area, String subject) {
    Report r = SampleFiles.report(n, key);
    return new Report(
        key,
        r.source(),
        subject,
        r.condition(),
        new AreaId(area),
        r.address(),
        Optional.empty(),
        Wording.same("x"),
        Severity.MINOR,
        r.reportedAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void a_unit_finds_every_case_it_has_a_part_in_once() {
    insert(full(1), led(2, "telecom"), led(3, "gas"));

    assertThat(list(unitQuery("works"))).containsExactly(full(1));
    assertThat(list(unitQuery("telecom"))).containsExactly(led(2, "telecom"), full(1));
    assertThat(list(unitQuery("enforcement"))).containsExactly(full(1));
    assertThat(list(unitQuery("street"))).containsExactly(full(1));
    assertThat(list(unitQuery("nobody"))).isEmpty();
    assertThat(list(unitQuery("enforcement", "telecom")))
        .containsExactly(led(2, "telecom"), full(1));
  }

  @Test
  void unfinished_cases_of_a_type_come_page_by_page_with_the_newest_first() {
    CaseFile waits = with(opened(4), Standing.PARKED, CaseState.HANDLING, Assignment.NONE);
    String type = opened(1).type().id();
    insert(opened(1), opened(2), opened(3), waits, closed(opened(5), NOON));

    assertThat(unfinished(type, Optional.empty())).containsExactly(waits, opened(3));
    assertThat(unfinished(type, Optional.of(opened(3).number())))
        .containsExactly(opened(2), opened(1));
    assertThat(unfinished("nothing.else", Optional.empty())).isEmpty();
    assertThat(transactions().run(() -> store().unfinishedTypes())).containsExactly(type);
  }

  @Test
  void a_type_whose_cases_have_all_ended_is_not_unfinished() {
    insert(closed(opened(5), NOON));

    assertThat(transactions().run(() -> store().unfinishedTypes())).isEmpty();
  }

  private List<CaseFile> unfinished(String type, Optional<String> after) {
    return transactions().run(() -> store().unfinished(type, after, 2));
  }

  @Test
  void cases_are_alive_from_their_report_until_they_are_closed() {
    Instant from = NOON.plusSeconds(100);
    Instant until = NOON.plusSeconds(200);
    insert(
        opened(1),
        opened(199),
        opened(200),
        closed(opened(2), from.minusSeconds(1)),
        closed(opened(3), from),
        closed(opened(4), until),
        with(opened(5), Standing.PARKED, CaseState.HANDLING, Assignment.NONE));

    assertThat(transactions().run(() -> store().alive(from, until)))
        .extracting(CaseFile::id)
        .containsExactlyInAnyOrder(id(1), id(199), id(3), id(4), id(5));
  }

  @Test
  void cases_that_ended_without_being_closed_are_not_alive() {
    insert(opened(1), opened(2), opened(3));
    update(next(opened(1), Standing.VOID));
    update(next(opened(2), Standing.MERGED));
    update(next(opened(3), Standing.NOT_ACCEPTED));

    assertThat(store().alive(NOON, NOON.plusSeconds(100))).isEmpty();
  }

  @Test
  void another_closing_at_the_asset_is_found_between_two_times() {
    Instant at = NOON.plusSeconds(50);
    insert(closed(opened(1), at), opened(2));
    AssetId asset = new AssetId("A-1");

    assertThat(store().closedAt(asset, at, at.plusSeconds(1), id(2))).isTrue();
    assertThat(store().closedAt(asset, at.minusSeconds(9), at, id(2))).isFalse();
    assertThat(store().closedAt(asset, at.plusSeconds(1), at.plusSeconds(2), id(2))).isFalse();
    assertThat(store().closedAt(asset, at, at.plusSeconds(1), id(1))).isFalse();
    assertThat(store().closedAt(new AssetId("A-2"), at, at.plusSeconds(1), id(2))).isFalse();
  }

  @Test
  void a_tally_counts_standings_and_the_states_of_unfinished_cases() {
    insert(
        opened(1),
        opened(2),
        full(3),
        with(opened(4), Standing.PARKED, CaseState.ACCEPTED, Assignment.NONE),
        closed(opened(5), NOON));

    CaseStore.Tally tally = transactions().run(() -> store().tally());

    assertThat(tally.standings())
        .isEqualTo(
            Map.of(
                Standing.OPEN,
                2L,
                Standing.SUSPENDED,
                1L,
                Standing.PARKED,
                1L,
                Standing.CLOSED,
                1L));
    assertThat(tally.open())
        .isEqualTo(Map.of(CaseState.REPORTED, 2L, CaseState.HANDLING, 1L, CaseState.ACCEPTED, 1L));
  }

  @Test
  void a_tally_counts_only_the_cases_of_an_area_or_a_unit_when_told_so() {
    CaseFile led = full(3);
    insert(opened(1), led, closed(opened(5), NOON));
    AreaId area = led.report().area();
    UnitId lead = led.assignment().lead().orElseThrow();

    assertThat(tally(Set.of(), Set.of(lead)).standings()).isEqualTo(Map.of(led.standing(), 1L));
    assertThat(tally(Set.of(area), Set.of(lead)).open()).isEqualTo(Map.of(led.state(), 1L));
    assertThat(tally(Set.of(area), Set.of())).isEqualTo(tally(Set.of(), Set.of()));
    assertThat(tally(Set.of(new AreaId("nowhere")), Set.of()).standings()).isEmpty();
    assertThat(tally(Set.of(), Set.of(new UnitId("nobody"))).open()).isEmpty();
  }

  private CaseStore.Tally tally(Set<AreaId> areas, Set<UnitId> units) {
    return transactions().run(() -> store().tally(areas, units));
  }
}
