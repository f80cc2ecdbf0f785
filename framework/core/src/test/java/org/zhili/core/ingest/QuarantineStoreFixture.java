package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.IngestStore.Outcome;
import org.zhili.core.ingest.QuarantineStore.Selection;

/** A quarantine, the registers beside it, and what is asked of them again and again. */
public abstract class QuarantineStoreFixture {
  protected abstract IngestStore store();

  protected abstract QuarantineStore quarantine();

  /** The registers of the same town. */
  protected abstract RegisterStore registers();

  /** What the store holds, read beside it. */
  protected abstract StoredMessages stored();

  final void written(Draft draft) {
    assertThat(store().write(draft.batch())).isEqualTo(new Outcome.Written());
  }

  final List<Quarantined> list(Selection selection) {
    return quarantine().list(selection, Optional.empty(), 100);
  }
}
