package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of messages that were to be stored.
 *
 * @param quarantined those that were kept raw
 * @param gone how many were settled elsewhere
 */
record Settled(List<Quarantined> quarantined, int gone) {
  Settled plus(Settled other) {
    List<Quarantined> all = new ArrayList<>(quarantined);
    all.addAll(other.quarantined);
    return new Settled(all, gone + other.gone);
  }
}
