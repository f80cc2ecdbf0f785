package org.zhili.core.ingest;

import java.util.List;

/**
 * Where the pipeline finds the envelopes that are here now.
 *
 * <p>Thread-safe. Asked once per batch; never blocks.
 */
@FunctionalInterface
public interface Openers {
  /** The envelopes in the order in which they are asked. */
  List<Opener> present();
}
