package org.zhili.core.ingest;

import java.util.List;

/**
 * Where the pipeline finds the drivers that are here now.
 *
 * <p>Thread-safe. Asked once per batch; never blocks.
 */
@FunctionalInterface
public interface Decoders {
  /** The drivers in the order in which they are asked about unknown devices. */
  List<Decoder> present();
}
