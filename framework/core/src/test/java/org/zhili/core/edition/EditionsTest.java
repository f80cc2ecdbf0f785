package org.zhili.core.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.edition.Editions.Refusal;
import org.zhili.core.edition.Editions.Terms;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.core.town.SampleRules;
import org.zhili.rules.CalendarDay;
import org.zhili.rules.CityPack;
import org.zhili.text.Wording;

class EditionsTest {
  private static final CalendarDay FIRST = day("2026-10-01");
  private static final CalendarDay SECOND = day("2026-10-02");
  private static final CalendarDay THIRD = day("2026-10-03");

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryEditionStore store = new InMemoryEditionStore(transactions);

  /** 23:59:59 in Shanghai, where it is the 22nd. */
  private Instant now = Instant.parse("2026-09-22T15:59:59Z");

  private final Map<String, CaseType> types = new HashMap<>();
  private final Editions editions = over(pack(FIRST));

  private Editions over(CityPack pack) {
    return new Editions(
        transactions, store, () -> now, id -> Optional.ofNullable(types.get(id)), pack);
  }

  private Optional<CityPack> changed() {
    return changed(editions);
  }

  private static Optional<CityPack> changed(Editions editions) {
    List<CityPack> put = new ArrayList<>();
    editions.follow(put::add);
    return put.stream().findFirst();
  }

  private CityPack take(CityPack pack) {
    List<CityPack> put = new ArrayList<>();
    editions.over(pack, put::add);
    return put.get(0);
  }

  private static CalendarDay day(String date) {
    return new CalendarDay(LocalDate.parse(date), CalendarDay.Kind.HOLIDAY, "国庆节", "s");
  }

  private static CityPack pack(CalendarDay... days) {
    return new CityPack(
        SampleRules.of(List.of(days), "s", "m"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(SampleTypes.component(3)));
  }

  private Optional<Refusal> publish(String from, CalendarDay... days) {
    return publish(from, false, days);
  }

  private Optional<Refusal> publish(String from, boolean ahead, CalendarDay... days) {
    Content before =
        editions
            .on(LocalDate.parse(from), Content.CALENDAR)
            .map(editions::content)
            .or(() -> editions.underneath(Content.CALENDAR))
            .orElseThrow();
    return editions.publish(
        editions.state(Content.CALENDAR),
        new Content.Days(List.of(days)),
        Optional.of(before),
        new Terms(LocalDate.parse(from), "notice", "ada", ahead));
  }

  private static List<CalendarDay> calendar(CityPack pack) {
    return pack.rules().calendar();
  }

  @Test
  void an_edition_comes_into_force_at_midnight_in_the_citys_zone_and_is_seen_once() {
    assertThat(publish("2026-09-23", FIRST, SECOND)).isEmpty();
    assertThat(changed()).isEmpty();
    now = now.plus(Duration.ofSeconds(1));
    CityPack changed = changed().orElseThrow();
    assertThat(calendar(changed)).containsExactly(FIRST, SECOND);
    assertThat(changed.rules().version()).startsWith("rules-1.").isNotEqualTo("rules-1");
    assertThat(changed()).isEmpty();
  }

  @Test
  void another_node_sees_what_was_published_here() {
    Editions other = over(pack(FIRST));
    assertThat(calendar(other.open())).containsExactly(FIRST);
    assertThat(publish("2026-09-22", FIRST, SECOND)).isEmpty();
    assertThat(changed(other).map(EditionsTest::calendar)).contains(List.of(FIRST, SECOND));
  }

  @Test
  void a_file_that_was_changed_since_is_newer_than_an_edition() {
    publish("2026-09-22", FIRST, SECOND);
    assertThat(calendar(take(pack(FIRST)))).containsExactly(FIRST, SECOND);
    assertThat(calendar(take(pack(THIRD)))).containsExactly(THIRD);
    assertThat(editions.of(Content.CALENDAR)).hasSize(1).noneMatch(editions::holds);
    assertThat(publish("2026-09-22", THIRD, SECOND)).isEmpty();
    assertThat(calendar(changed().orElseThrow())).containsExactly(THIRD, SECOND);
    assertThat(calendar(take(pack(FIRST)))).containsExactly(FIRST);
    assertThat(editions.of(Content.CALENDAR)).hasSize(2).noneMatch(editions::holds);
  }

  @Test
  void a_file_that_goes_there_and_back_brings_no_edition_back() {
    publish("2026-09-22", FIRST, SECOND);
    assertThat(calendar(take(pack(THIRD)))).containsExactly(THIRD);
    Editions.State seen = editions.state(Content.CALENDAR);
    assertThat(calendar(take(pack(FIRST)))).containsExactly(FIRST);
    assertThat(editions.state(Content.CALENDAR)).isNotEqualTo(seen);
    assertThat(calendar(over(pack(FIRST)).open())).containsExactly(FIRST);
    assertThat(publish("2026-09-22", FIRST, THIRD)).isEmpty();
    assertThat(changed().map(EditionsTest::calendar)).contains(List.of(FIRST, THIRD));
    assertThat(calendar(take(pack(FIRST)))).containsExactly(FIRST, THIRD);
  }

  @Test
  void a_file_that_was_changed_while_the_town_was_closed_is_newer_for_good() {
    publish("2026-09-22", FIRST, SECOND);
    assertThat(calendar(over(pack(THIRD)).open())).containsExactly(THIRD);
    assertThat(calendar(over(pack(FIRST)).open())).containsExactly(FIRST);
    Editions other = over(pack(FIRST));
    assertThat(other.of(Content.CALENDAR)).hasSize(1).noneMatch(other::holds);
  }

  @Test
  void another_node_whose_file_changes_a_little_later_overtakes_nothing_once_more() {
    Editions other = over(pack(FIRST));
    other.open();
    publish("2026-09-22", FIRST, SECOND);
    take(pack(THIRD));
    publish("2026-09-22", THIRD, SECOND);
    other.over(pack(THIRD), whole -> {});
    assertThat(calendar(changed().orElseThrow())).containsExactly(THIRD, SECOND);
    assertThat(other.of(Content.CALENDAR)).filteredOn(other::holds).hasSize(1);
  }

  @Test
  void what_was_seen_before_the_file_changed_publishes_nothing() {
    Editions.State seen = editions.state(Content.CALENDAR);
    take(pack(THIRD));
    Content draft = new Content.Days(List.of(SECOND));
    Content before = new Content.Days(List.of(THIRD));
    Terms terms = new Terms(LocalDate.parse("2026-09-22"), "mine", "bob", false);
    assertThat(editions.publish(seen, draft, Optional.of(before), terms)).contains(Refusal.OUTRUN);
  }

  @Test
  void neither_the_past_nor_what_holds_anyway_nor_a_day_before_another_is_published() {
    assertThat(publish("2026-09-21", SECOND)).contains(Refusal.BACKDATED);
    assertThat(publish("2026-09-22", FIRST)).contains(Refusal.NOTHING_NEW);
    assertThat(publish("2026-09-30", FIRST, SECOND)).isEmpty();
    assertThat(publish("2026-09-29", THIRD)).contains(Refusal.BEFORE_ANOTHER);
    assertThat(publish("2026-09-30", THIRD)).isEmpty();
    now = Instant.parse("2026-09-30T00:00:00Z");
    assertThat(calendar(changed().orElseThrow())).containsExactly(THIRD);
  }

  @Test
  void an_urgent_edition_comes_before_one_that_waits_which_follows_it() {
    publish("2026-09-30", FIRST, SECOND);
    assertThat(publish("2026-09-22", true, THIRD)).isEmpty();
    assertThat(changed().map(EditionsTest::calendar)).contains(List.of(THIRD));
    now = Instant.parse("2026-09-30T00:00:00Z");
    assertThat(changed().map(EditionsTest::calendar)).contains(List.of(FIRST, SECOND));
  }

  @Test
  void what_could_not_be_put_in_force_is_put_in_force_once_more() {
    publish("2026-09-22", FIRST, SECOND);
    assertThatIllegalStateException().isThrownBy(() -> editions.follow(this::fail));
    assertThat(changed().map(EditionsTest::calendar)).contains(List.of(FIRST, SECOND));
    assertThat(changed()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> editions.over(pack(THIRD), this::fail));
    assertThat(changed().map(EditionsTest::calendar)).contains(List.of(FIRST, SECOND));
    assertThat(changed()).isEmpty();
  }

  private void fail(CityPack pack) {
    throw new IllegalStateException("no write turn within 10 s");
  }

  @Test
  void of_two_who_began_on_the_same_edition_the_second_is_outrun() {
    Editions.State seen = editions.state(Content.CALENDAR);
    assertThat(publish("2026-09-22", SECOND)).isEmpty();
    Content draft = new Content.Days(List.of(THIRD));
    Content before = new Content.Days(List.of(SECOND));
    Terms terms = new Terms(LocalDate.parse("2026-09-22"), "mine", "bob", false);
    assertThat(editions.publish(seen, draft, Optional.of(before), terms)).contains(Refusal.OUTRUN);
  }

  @Test
  void a_case_type_gets_the_next_version_and_a_higher_one_of_the_pack_stays() {
    CaseType type = SampleTypes.component(1);
    Content.Type next = editions.next(type, 3);
    assertThat(next.type().version()).isEqualTo(4);
    Content before = editions.underneath(type.id()).orElseThrow();
    Terms terms = new Terms(LocalDate.parse("2026-09-22"), "r", "ada", false);
    assertThat(editions.publish(editions.state(type.id()), next, Optional.of(before), terms))
        .contains(Refusal.NOTHING_NEW);
    Content.Type other = editions.next(named(1, "other"), 3);
    assertThat(editions.publish(editions.state(type.id()), other, Optional.of(before), terms))
        .isEmpty();
    assertThat(changed().orElseThrow().types()).extracting(CaseType::version).containsExactly(4);
    assertThat(editions.next(type, 3).type().version()).isEqualTo(5);
  }

  private static CaseType named(int version, String name) {
    CaseType type = SampleTypes.component(version);
    return new CaseType(
        type.id(),
        version,
        Wording.same(name),
        type.steps(),
        type.passages(),
        type.filings(),
        type.sides(),
        type.reopenWithin());
  }

  @Test
  void a_case_type_from_elsewhere_overtakes_one_that_waits_under_the_same_version() {
    CaseType type = SampleTypes.component(3);
    types.put(type.id(), type);
    Content before = new Content.Type(type);
    Terms later = new Terms(LocalDate.parse("2026-09-30"), "r", "ada", false);
    Content waiting = editions.next(named(1, "ours"), 3);
    assertThat(editions.publish(editions.state(type.id()), waiting, Optional.of(before), later))
        .isEmpty();
    assertThat(editions.of(type.id())).singleElement().matches(editions::holds);
    types.put(type.id(), named(4, "ours"));
    assertThat(editions.of(type.id())).singleElement().matches(editions::holds);
    types.put(type.id(), named(4, "the vendor's"));
    assertThat(editions.of(type.id())).noneMatch(editions::holds);
    assertThat(editions.on(later.from(), type.id())).isEmpty();
    Terms soon = new Terms(LocalDate.parse("2026-09-23"), "r", "ada", false);
    Content again = editions.next(named(1, "ours again"), 4);
    assertThat(editions.publish(editions.state(type.id()), again, Optional.of(before), soon))
        .isEmpty();
    assertThat(((Content.Type) again).type().version()).isEqualTo(5);
  }
}
