package com.example.hellostrategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.Duty;
import org.zhili.dispatch.Proposal;
import org.zhili.dispatch.Returned;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;
import org.zhili.text.Words;

class HelloStrategyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Candidate BUSY = candidate("busy", "trash_bin", 7);
  private static final Candidate IDLE = candidate("idle", "trash_bin", 2);
  private static final Candidate OTHERS = candidate("others", "street_lamp", 0);

  @Test
  void the_least_busy_unit_whose_duty_it_is_leads() {
    assertEquals(new UnitId("idle"), lead(propose(List.of(BUSY, OTHERS, IDLE), List.of())));
  }

  @Test
  void who_handed_it_back_does_not_get_it_again() {
    Returned returned = new Returned(new UnitId("idle"), "not ours");
    assertEquals(new UnitId("busy"), lead(propose(List.of(BUSY, IDLE), List.of(returned))));
  }

  @Test
  void a_person_decides_where_nobody_answers_for_it() {
    assertInstanceOf(Proposal.Refer.class, propose(List.of(OTHERS), List.of()));
  }

  @Test
  void its_reasons_are_words_in_both_languages() {
    Words words = Words.beside(HelloStrategy.class);
    assertTrue(words.knows(propose(List.of(IDLE), List.of()).why().summary().key()));
    assertTrue(words.knows(propose(List.of(), List.of()).why().summary().key()));
  }

  private static UnitId lead(Proposal proposal) {
    return assertInstanceOf(Proposal.Assign.class, proposal).lead();
  }

  private static Proposal propose(List<Candidate> candidates, List<Returned> returned) {
    Duty duty = new Duty(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    return new HelloStrategy()
        .propose(new DispatchRequest(fullBin(), duty, candidates, returned, NOW));
  }

  private static Candidate candidate(String id, String duty, int openCases) {
    Wording name = Wording.same(id);
    Unit unit =
        new Unit(new UnitId(id), name, Set.of(duty), Set.of(), Set.of(), Optional.empty());
    return new Candidate(unit, openCases);
  }

  private static CaseFile fullBin() {
    Report report =
        new Report(
            "key",
            "sensor",
            "trash_bin",
            "full",
            new AreaId("1"),
            "1 Bridge Street",
            Optional.empty(),
            Wording.same("full bin"),
            Severity.MINOR,
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
