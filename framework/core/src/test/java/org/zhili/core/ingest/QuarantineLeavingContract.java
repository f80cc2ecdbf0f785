package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.ascendingIds;
import static org.zhili.core.ingest.IngestSamples.quarantined;
import static org.zhili.core.ingest.IngestSamples.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.ingest.QuarantineStore.Pruned;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.ingest.Quarantined.Kind;

/**
 * What {@link QuarantineStore} promises of messages that leave it. Extend it with a store that is
 * empty before each test.
 */
public abstract class QuarantineLeavingContract extends QuarantineStoreFixture {
  @Test
  void a_released_message_leaves_the_quarantine_with_the_batch() {
    Quarantined a = quarantined(Kind.REJECTED, T);
    Quarantined b = quarantined(Kind.REJECTED, T);
    written(new Draft().quarantine(a).quarantine(b));
    written(new Draft().release(a.id()).telemetry(telemetry(COVER, "tilt", T)));

    assertThat(list(Selection.ALL)).containsExactly(b);
  }

  @Test
  void a_message_that_is_released_and_kept_again_is_kept_for_the_new_reason() {
    Quarantined before = quarantined(Kind.NO_DRIVER, T);
    Quarantined after = quarantined(before.id(), Kind.REJECTED, COVER, "em320", 2, T);
    written(new Draft().quarantine(before));
    written(new Draft().release(before.id()).quarantine(after));

    assertThat(list(Selection.ALL)).containsExactly(after);
  }

  @Test
  void releasing_what_somebody_else_released_is_a_conflict() {
    Quarantined here = quarantined(Kind.REJECTED, T);
    UUID gone = UUID.randomUUID();
    written(new Draft().quarantine(here));

    Outcome outcome =
        store()
            .write(
                new Draft()
                    .release(here.id())
                    .release(gone)
                    .telemetry(telemetry(COVER, "tilt", T))
                    .batch());

    assertThat(outcome).isEqualTo(new Outcome.Conflict(Set.of(), Set.of(gone)));
    assertThat(list(Selection.ALL)).containsExactly(here);
    assertThat(stored().telemetry(COVER)).isEmpty();
  }

  @Test
  void a_parked_message_is_kept_once() {
    Quarantined before = quarantined(Kind.DRIVER_FAILED, T);
    Quarantined parked = quarantined(before.id(), Kind.PARKED, COVER, "em320", 3, T);
    store().park(before);
    store().park(parked);
    store().park(parked);

    assertThat(list(Selection.ALL)).containsExactly(parked);
  }

  @Test
  void messages_are_discarded_for_good() {
    Quarantined a = quarantined(Kind.REJECTED, T);
    Quarantined b = quarantined(Kind.REJECTED, T);
    written(new Draft().quarantine(a).quarantine(b));

    assertThat(quarantine().discard(Set.of(a.id(), UUID.randomUUID()))).isEqualTo(1);
    assertThat(quarantine().discard(Set.of())).isZero();
    assertThat(list(Selection.ALL)).containsExactly(b);
  }

  @Test
  void what_is_too_old_is_pruned() {
    Quarantined old = quarantined(Kind.REJECTED, T.minusSeconds(1));
    Quarantined young = quarantined(Kind.REJECTED, T);
    written(new Draft().quarantine(old).quarantine(young));

    assertThat(quarantine().prune(T, Long.MAX_VALUE)).isEqualTo(new Pruned(1, old.bytes()));
    assertThat(list(Selection.ALL)).containsExactly(young);
    assertThat(quarantine().prune(T, Long.MAX_VALUE)).isEqualTo(new Pruned(0, 0));
  }

  @Test
  void of_very_much_that_is_too_old_nothing_is_left() {
    Draft draft = new Draft();
    for (int i = 0; i < 1_100; i++) {
      draft.quarantine(quarantined(Kind.REJECTED, T.minusSeconds(1)));
    }
    written(draft);

    assertThat(quarantine().prune(T, Long.MAX_VALUE).messages()).isEqualTo(1_100);
    assertThat(list(Selection.ALL)).isEmpty();
  }

  @Test
  void of_what_is_too_much_the_oldest_is_pruned() {
    Iterator<UUID> ids = ascendingIds();
    Draft draft = new Draft();
    List<Quarantined> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Quarantined message = quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T);
      all.add(message);
      draft.quarantine(message);
    }
    written(draft);
    int each = all.get(0).bytes();

    assertThat(quarantine().prune(T.minus(Duration.ofDays(1)), each * 4L + 1))
        .isEqualTo(new Pruned(6, each * 6L));
    assertThat(list(Selection.ALL)).containsExactlyElementsOf(all.subList(6, 10));
    assertThat(quarantine().prune(T.minus(Duration.ofDays(1)), 0).messages()).isEqualTo(4);
    assertThat(list(Selection.ALL)).isEmpty();
  }
}
