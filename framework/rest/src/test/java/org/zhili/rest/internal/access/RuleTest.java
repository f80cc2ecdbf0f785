package org.zhili.rest.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;

class RuleTest {
  interface Contract {
    @Allowed("contract")
    void agreed();
  }

  @Allowed("base")
  static class Base {
    public void inherited() {}

    @Allowed("base-method")
    public void overridden() {}
  }

  @Allowed("own")
  static class Own extends Base implements Contract {
    @Override
    public void agreed() {}

    @Override
    public void overridden() {}

    public void silent() {}

    @Allowed({"a", "b", "a"})
    public void said() {}
  }

  static class Heir extends Base {}

  static class Free {
    public void nothing() {}
  }

  @Test
  void the_method_speaks_first_and_then_the_class() {
    assertThat(rule(Own.class, "said")).contains(new Rule(Set.of("a", "b")));
    assertThat(rule(Own.class, "silent")).contains(new Rule(Set.of("own")));
  }

  @Test
  void what_was_said_above_counts_where_the_class_is_silent() {
    assertThat(rule(Own.class, "agreed")).contains(new Rule(Set.of("contract")));
    assertThat(rule(Own.class, "overridden")).contains(new Rule(Set.of("base-method")));
    assertThat(rule(Heir.class, "inherited")).contains(new Rule(Set.of("base")));
  }

  @Test
  void where_nobody_speaks_there_is_no_rule() {
    assertThat(rule(Free.class, "nothing")).isEmpty();
  }

  private static Optional<Rule> rule(Class<?> type, String method) {
    try {
      return Rule.of(type, type.getMethod(method));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
