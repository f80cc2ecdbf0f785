package org.zhili.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.core.store.Together;
import org.zhili.core.store.Transactions;
import org.zhili.text.Wording;

/** What a {@link CaseTypeStore} promises. Every test begins with an empty store. */
public abstract class CaseTypeStoreContract {
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
