package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.text.Wording;

class CaseTypesTest {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final CaseTypeStore store = new InMemoryCaseTypeStore(transactions);
  private final CaseTypes types = new CaseTypes(transactions, store);

  @Test
  void of_one_id_the_highest_version_holds() {
    types.inForce(List.of(type("a", 2, "a"), type("a", 3, "a"), type("a", 1, "a")));

    assertThat(types.current("a")).contains(type("a", 3, "a"));
  }

  @Test
  void a_type_that_left_is_opened_no_more_and_stays_readable() {
    types.inForce(List.of(type("a", 1, "a")));
    types.inForce(List.of());

    assertThat(types.current("a")).isEmpty();
    assertThat(types.of(type("a", 1, "a").ref())).isEqualTo(type("a", 1, "a"));
  }

  @Test
  void a_version_with_other_content_is_told_of_and_stops_nobody() {
    new CaseTypes(transactions, store).inForce(List.of(type("a", 1, "as it was")));
    types.inForce(List.of(type("a", 1, "changed"), type("b", 1, "b")));

    assertThat(types.current("a")).contains(type("a", 1, "as it was"));
    assertThat(types.current("b")).isPresent();
    assertThat(types.altered()).containsExactly(type("a", 1, "changed").ref());
  }

  @Test
  void a_new_version_of_what_was_changed_puts_it_right() {
    types.inForce(List.of(type("a", 1, "as it was")));
    types.inForce(List.of(type("a", 1, "changed")));
    types.inForce(List.of(type("a", 2, "changed")));

    assertThat(types.current("a")).contains(type("a", 2, "changed"));
    assertThat(types.altered()).isEmpty();
  }

  private static CaseType type(String id, int version, String name) {
    CaseType type = SampleTypes.component();
    return new CaseType(
        id,
        version,
        Wording.same(name),
        type.steps(),
        type.passages(),
        type.filings(),
        type.sides(),
        type.reopenWithin());
  }
}
