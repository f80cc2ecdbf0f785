package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.trace.InMemoryTraceStore;
import org.zhili.id.CaseId;
import org.zhili.text.Wording;

/** What the doctor says of traces that somebody touched. */
class TouchedTraceTest {
  private static final String TOUCHED = "ZL-1310";

  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void a_case_that_is_gone_from_the_traces_is_a_fault_of_the_deep_look() {
    CaseId gone = city.openByHand();
    city.town.ledger().trace().checkpoint(city.instant());
    Doctor doctor = new Doctor(city.town);
    assertThat(doctor.lookDeeply()).extracting(Doctor.Finding::code).doesNotContain(TOUCHED);

    ((InMemoryTraceStore) city.town.stores().traces()).cut(gone, 1);
    List<Doctor.Finding> touched =
        doctor.lookDeeply().stream().filter(f -> f.code().equals(TOUCHED)).toList();
    assertThat(touched).extracting(Doctor.Finding::level).containsExactly(Doctor.Level.FAULT);
    Wording words = city.town.render(touched.get(0).why());
    assertThat(words.zh()).contains(gone + " #1");
    assertThat(words.en()).contains(gone + " #1");
    assertThat(doctor.look()).extracting(Doctor.Finding::code).doesNotContain(TOUCHED);
  }
}
