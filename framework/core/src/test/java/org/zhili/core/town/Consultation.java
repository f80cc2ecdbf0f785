package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.zhili.core.ingest.Await;
import org.zhili.text.Wording;

/** A doctor is asked about a town. */
record Consultation(Town town) {
  /** The trouble is told once, in both languages; in English with these words. */
  void tells(String code, String words) {
    // a message is counted just after its receipt
    Await.until(() -> codes().contains(code));
    assertThat(new Doctor(town).look())
        .filteredOn(finding -> finding.code().equals(code))
        .singleElement()
        .satisfies(
            finding -> {
              Wording told = town.render(finding.why());
              assertThat(told.en()).contains(words).doesNotContain("{");
              assertThat(told.zh()).matches(".*\\p{IsHan}.*").doesNotContain("{");
            });
  }

  List<String> codes() {
    return new Doctor(town).look().stream().map(Doctor.Finding::code).toList();
  }
}
