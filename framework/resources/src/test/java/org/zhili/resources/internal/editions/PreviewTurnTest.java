package org.zhili.resources.internal.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.core.edition.Content;
import org.zhili.resources.TestTown;

/** Previews take turns, since each goes through many cases. */
class PreviewTurnTest {
  private static final Content DRAFT = new Content.Days(List.of());
  private static final PreviewBody LAST_MONTH =
      new PreviewBody("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final TestTown town = new TestTown();
  private final Semaphore turns = new Semaphore(1);
  private final Previews previews = new Previews(town.town(), turns);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void who_comes_while_another_is_worked_out_is_asked_to_come_again_soon() {
    assertThat(turns.tryAcquire()).isTrue();
    refused(503, "ZL-3227", () -> previews.of(DRAFT, LAST_MONTH));
    turns.release();
    assertThat(previews.of(DRAFT, LAST_MONTH).all().cases()).isZero();
  }

  @Test
  void a_turn_is_given_back_whatever_comes_of_the_preview() {
    PreviewBody ofNothing =
        new PreviewBody(
            "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("no.type"));
    refused(404, "ZL-3220", () -> previews.of(DRAFT, ofNothing));
    assertThat(previews.of(DRAFT, LAST_MONTH).samples()).isEmpty();
    assertThat(turns.availablePermits()).isEqualTo(1);
  }
}
