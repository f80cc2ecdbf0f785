package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What following the trace costs, which is done each second. */
abstract class StoreGrowthRules {
  private static final String COLUMNS =
      "insert into core_trace (position, case_id, sequence, written_at, written_nanos, actor,"
          + " action, arguments, step, state, standing, advisor, previous, hash) select ";
  private static final String VALUES =
      ", 1, current_timestamp, 0, 'a', 'a', '{}', 's', 'NEW', 'OPEN', '', '', 'h' from ";

  abstract StoreDatabase town();

  @Test
  void what_was_added_is_found_by_the_key_among_fifty_thousand_entries() {
    town()
        .execute(
            town().onPostgres()
                ? COLUMNS + "n, gen_random_uuid()" + VALUES + "generate_series(1, 50000) n"
                : COLUMNS + "\"X\", random_uuid()" + VALUES + "system_range(1, 50000)");
    town().execute(town().onPostgres() ? "analyze core_trace" : "analyze table core_trace");
    SeenSql seen = new SeenSql(town().database());

    assertThat(seen.traces().grown(49_990, Set.of(7L, 99_999L), 9)).hasSize(9);
    assertThat(seen.seen()).isEqualTo(2);
    assertThat(seen.plan(0, "array[cast(7 as bigint)]"))
        .containsIgnoringCase("key")
        .doesNotContain("Seq Scan", "tableScan");
    assertThat(seen.plan(1, "49990", "9"))
        .containsIgnoringCase("key")
        .doesNotContain("Seq Scan", "tableScan");
    assertThat(seen.traces().grown(49_990, Set.of(), 99)).hasSize(10);
    assertThat(seen.seen()).as("nothing was left out").isEqualTo(3);
  }
}
