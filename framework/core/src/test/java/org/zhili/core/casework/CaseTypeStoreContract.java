package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;
import org.zhili.text.Wording;

/** What a {@link CaseTypeStore} promises. Every test begins with an empty store. */
public abstract class CaseTypeStoreContract {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00Z");
  private static final Duration LONG = Duration.ofHours(1);

  protected abstract Transactions transactions();

  protected abstract CaseTypeStore store();

  @Test
  void every_version_is_kept() {
    transactions()
        .run(
            () -> {
              store().keep(SampleTypes.component(1));
              store().keep(SampleTypes.component(2));
            });

    assertThat(store().find(new CaseTypeRef("test.component", 1)))
        .contains(SampleTypes.component(1));
    assertThat(store().find(new CaseTypeRef("test.component", 2)))
        .contains(SampleTypes.component(2));
    assertThat(store().find(new CaseTypeRef("test.component", 3))).isEmpty();
    assertThat(store().find(new CaseTypeRef("test.other", 1))).isEmpty();
  }

  @Test
  void keeping_a_version_again_is_nothing() {
    store().keep(SampleTypes.component());
    store().keep(SampleTypes.component());

    assertThat(store().find(SampleTypes.component().ref())).contains(SampleTypes.component());
  }

  @Test
  void a_version_never_changes() {
    CaseType kept = SampleTypes.component();
    store().keep(kept);
    CaseType other =
        new CaseType(
            kept.id(),
            kept.version(),
            new Wording("别名", "Other"),
            kept.steps(),
            kept.passages(),
            kept.filings(),
            kept.sides(),
            kept.reopenWithin());

    assertThatThrownBy(() -> store().keep(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.component@1");
    assertThat(store().find(kept.ref())).contains(kept);
  }

  @Test
  void a_type_is_here_for_as_long_as_somebody_says_so() {
    assertThat(store().presence("test.component")).isEmpty();
    store().here(Set.of("test.component", "test.other"), AT, LONG);
    assertThat(store().presence("test.component"))
        .contains(new TypePresence("test.component", true, true, AT));
    assertThat(store().presence("test.other")).isPresent();

    store().here(Set.of("test.gone"), AT, Duration.ZERO);
    assertThat(store().presence("test.gone"))
        .contains(new TypePresence("test.gone", true, false, AT));
    store().here(Set.of("test.gone"), AT.plusSeconds(1), LONG);
    assertThat(store().presence("test.gone"))
        .contains(new TypePresence("test.gone", true, true, AT.plusSeconds(1)));
  }

  @Test
  void one_node_that_loses_a_type_does_not_speak_for_another() {
    store().here(Set.of("test.component"), AT, LONG);
    store().notHere(Set.of("test.component"), AT.plusSeconds(9));
    assertThat(store().presence("test.component"))
        .contains(new TypePresence("test.component", true, true, AT.plusSeconds(9)));
    store().here(Set.of("test.component"), AT, Duration.ZERO); // a clock that is behind
    assertThat(store().presence("test.component"))
        .contains(new TypePresence("test.component", true, true, AT.plusSeconds(9)));
  }

  @Test
  void a_type_that_no_module_ever_brought_is_remembered_as_such() {
    store().notHere(Set.of("test.pack"), AT);
    assertThat(store().presence("test.pack"))
        .contains(new TypePresence("test.pack", false, false, AT));
  }

  @Test
  void nobody_says_anything_about_a_type_that_is_held() {
    store().here(Set.of("test.component"), AT, Duration.ZERO);
    Thread other =
        new Thread(() -> store().here(Set.of("test.component"), AT.plusSeconds(1), LONG));
    transactions()
        .run(
            () -> {
              assertThat(store().presenceHeld("test.component"))
                  .contains(new TypePresence("test.component", true, false, AT));
              other.start();
              assertThat(ends(other, Duration.ofMillis(200))).isFalse();
              assertThat(store().presenceHeld("test.component"))
                  .contains(new TypePresence("test.component", true, false, AT));
            });
    assertThat(ends(other, Duration.ofMinutes(1))).isTrue();
    assertThat(store().presence("test.component"))
        .contains(new TypePresence("test.component", true, true, AT.plusSeconds(1)));
  }

  private static boolean ends(Thread thread, Duration within) {
    try {
      thread.join(within.toMillis());
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nodes_that_start_together_keep_the_same_types() {
    Callable<Boolean> start =
        () ->
            transactions()
                .run(
                    () -> {
                      store().keep(SampleTypes.component(1));
                      store().keep(SampleTypes.component(2));
                      return true;
                    });

    assertThat(Together.all(List.of(start, start, start))).containsOnly(true);
    assertThat(store().find(SampleTypes.component(2).ref())).contains(SampleTypes.component(2));
  }
}
