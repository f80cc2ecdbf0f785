package org.zhili.demo.city.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void only_what_was_acknowledged_and_abnormal_is_owed() {
    Ledger.Key key = new Ledger.Key("MC-1", "status", "tilted");
    for (int i = 0; i < 5; i++) {
      ledger.published();
    }
    ledger.acknowledged();
    ledger.acknowledged(key);
    ledger.acknowledged(key);
    ledger.refused();
    assertThat(ledger.owed()).containsOnly(java.util.Map.entry(key, 2L));
    assertThat(ledger.counts()).isEqualTo(new Ledger.Counts(5, 3, 1, 2));
    assertThat(ledger.counts().underWay()).isEqualTo(1);
  }
}
