package org.zhili.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
  private final VersionOrder order = new VersionOrder();

  @Test
  void versions_are_ordered_by_number_and_then_by_word() {
    List<String> versions =
        List.of("0.1.0", "0.1.0.SNAPSHOT", "0.2", "0.9.1", "0.10", "1.0.0", "1.0.0.a", "1.0.0.b");
    List<String> mixed = new ArrayList<>(versions);
    Collections.reverse(mixed);
    mixed.sort(order);
    assertThat(mixed).isEqualTo(versions);
  }

  @Test
  void trailing_zeros_and_separators_make_no_difference() {
    assertThat(order.compare("1", "1.0.0")).isZero();
    assertThat(order.compare("1.0.0-SNAPSHOT", "1.0.0.SNAPSHOT")).isZero();
  }

  @Test
  void numbers_too_long_for_a_machine_word_are_compared_as_well() {
    assertThat(order.compare("1.20261123080000000000", "1.20261123080000000001")).isNegative();
  }
}
