package org.zhili.dispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhili.alert.Severity;
import org.zhili.casework.Assignment;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.Counts;
import org.zhili.casework.Report;
import org.zhili.casework.Standing;
import org.zhili.city.Unit;
import org.zhili.dispatch.Candidate;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.Duty;
import org.zhili.dispatch.Proposal;
import org.zhili.dispatch.Returned;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Language;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class RuleTableTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final UnitId TELECOM = new UnitId("telecom");
  private static final UnitId WORKS = new UnitId("municipal-works");
  private static final UnitId STREET = new UnitId("street");
  private static final UnitId ENFORCEMENT = new UnitId("urban-enforcement");

  /** On the books, but not among the units that serve the place. */
  private static final UnitId STRANGER = new UnitId("stranger");

  private final RuleTable table = new RuleTable();
  private final Words words = Words.beside(RuleTable.class);

  @Test
  void the_owner_of_the_asset_leads_before_the_catalogue() {
    Proposal.Assign assign = assign(duty(TELECOM, WORKS, STREET));
    assertThat(assign.lead()).isEqualTo(TELECOM);
    assertThat(assign.supervising()).containsExactly(ENFORCEMENT);
    assertThat(assign.alternatives()).containsExactly(WORKS, STREET);
    assertThat(words.render(assign.why().summary(), Language.ZH)).contains("telecom-zh");
    assertThat(words.render(assign.why().summary(), Language.EN)).contains("telecom-en");
  }

  @Test
  void without_an_owner_the_catalogue_decides_and_then_the_territory() {
    assertThat(assign(duty(null, WORKS, STREET)).lead()).isEqualTo(WORKS);
    Proposal.Assign territorial = assign(duty(null, null, STREET));
    assertThat(territorial.lead()).isEqualTo(STREET);
    assertThat(territorial.confidence()).isLessThan(assign(duty(null, WORKS, STREET)).confidence());
  }

  @Test
  void when_the_books_name_nobody_a_person_decides() {
    assertThat(table.propose(request(duty(null, null, null), List.of())))
        .isInstanceOf(Proposal.Refer.class);
  }

  @Test
  void a_unit_that_handed_it_back_is_passed_over_with_less_confidence() {
    Proposal.Assign assign =
        (Proposal.Assign)
            table.propose(
                request(duty(TELECOM, WORKS, null), List.of(new Returned(TELECOM, "not ours"))));
    assertThat(assign.lead()).isEqualTo(WORKS);
    assertThat(assign.confidence()).isEqualTo(0.45);
  }

  @Test
  void when_all_handed_it_back_a_person_decides() {
    assertThat(
            table.propose(
                request(duty(TELECOM, null, null), List.of(new Returned(TELECOM, "not ours")))))
        .isInstanceOf(Proposal.Refer.class);
  }

  @Test
  void an_owner_that_does_not_serve_the_place_is_passed_over_by_name_and_with_little_confidence() {
    Proposal.Assign assign = assign(duty(STRANGER, WORKS, STREET));
    assertThat(assign.lead()).isEqualTo(WORKS);
    assertThat(assign.alternatives()).containsExactly(STREET);
    assertThat(assign.confidence()).isEqualTo(0.45);
    assertThat(reasons(assign, Language.EN)).contains("does not serve this place: stranger");
    assertThat(reasons(assign, Language.ZH)).contains("不负责该区域：stranger");
  }

  @Test
  void who_stands_in_the_books_behind_the_lead_takes_nothing_from_its_confidence() {
    Proposal.Assign assign = assign(duty(TELECOM, STRANGER, STREET));
    assertThat(assign.lead()).isEqualTo(TELECOM);
    assertThat(assign.alternatives()).containsExactly(STREET);
    assertThat(assign.confidence()).isEqualTo(assign(duty(TELECOM, WORKS, null)).confidence());
    assertThat(reasons(assign, Language.EN)).doesNotContain("stranger");
  }

  @Test
  void when_nobody_the_books_name_serves_the_place_a_person_decides_and_reads_whom_they_name() {
    Proposal.Refer refer =
        (Proposal.Refer) table.propose(request(duty(STRANGER, STRANGER, null), List.of()));
    assertThat(words.render(refer.why().summary(), Language.EN))
        .startsWith("The books name stranger for \"manhole_cover\"");
    assertThat(words.render(refer.why().summary(), Language.ZH)).contains("stranger 不负责");
  }

  @Test
  void every_reason_has_words_in_both_languages() {
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN)).isNotEmpty();
    for (Duty duty :
        List.of(duty(TELECOM, WORKS, STREET), duty(null, WORKS, null), duty(null, null, STREET))) {
      Proposal.Assign assign = assign(duty);
      assertThat(words.knows(assign.why().summary().key())).isTrue();
      assertThat(assign.why().factors()).allMatch(f -> words.knows(f.label().key()));
    }
  }

  private String reasons(Proposal.Assign assign, Language language) {
    return assign.why().factors().stream()
        .map(factor -> words.render(factor.label(), language))
        .collect(Collectors.joining("; "));
  }

  private Proposal.Assign assign(Duty duty) {
    return (Proposal.Assign) table.propose(request(duty, List.of()));
  }

  private static Duty duty(
      @org.jspecify.annotations.Nullable UnitId owner,
      @org.jspecify.annotations.Nullable UnitId lead,
      @org.jspecify.annotations.Nullable UnitId territorial) {
    Optional<CatalogueRow> row =
        Optional.ofNullable(lead)
            .map(
                unit ->
                    new CatalogueRow(
                        "DC001",
                        "manhole_cover",
                        Optional.empty(),
                        unit,
                        Set.of(),
                        Set.of(ENFORCEMENT),
                        LocalDate.of(2024, 1, 1),
                        Optional.empty()));
    return new Duty(
        Optional.ofNullable(owner), Optional.empty(), row, Optional.ofNullable(territorial));
  }

  private static DispatchRequest request(Duty duty, List<Returned> returned) {
    List<Candidate> candidates =
        Arrays.asList(TELECOM, WORKS, STREET, ENFORCEMENT).stream()
            .map(id -> new Candidate(unit(id), 0))
            .toList();
    return new DispatchRequest(file(), duty, candidates, returned, NOW);
  }

  private static Unit unit(UnitId id) {
    return new Unit(
        id, new Wording(id + "-zh", id + "-en"), Set.of(), Set.of(), Set.of(), Optional.empty());
  }

  private static CaseFile file() {
    Report report =
        new Report(
            "k",
            "sensor",
            "manhole_cover",
            "tilted",
            new AreaId("district"),
            "中山路100号",
            Optional.empty(),
            Wording.same("tilted"),
            Severity.MAJOR,
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new CaseFile(
        new CaseId(new UUID(1, 1)),
        "ZL-20260302-000001",
        "0123456789ABCDEF",
        2,
        new CaseTypeRef("urban.component", 1),
        "filed",
        CaseState.ACCEPTED,
        Standing.OPEN,
        report,
        Optional.empty(),
        Assignment.NONE,
        List.of(),
        List.of(),
        Counts.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
