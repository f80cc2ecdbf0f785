package org.zhili.resources.internal.city;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.city.Asset;
import org.zhili.core.city.RegisterStore;
import org.zhili.id.UnitId;

/**
 * An asset, and who owned it.
 *
 * @param owners latest first
 */
public record AssetView(@JsonUnwrapped AssetRow asset, List<Ownership> owners) {

  /** An owner, and since when; without one it was unowned (无主). */
  public record Ownership(Optional<String> owner, Instant since) {}

  static AssetView of(Asset asset, List<RegisterStore.Ownership> owners) {
    return new AssetView(
        AssetRow.of(asset),
        owners.stream().map(o -> new Ownership(o.owner().map(UnitId::value), o.since())).toList());
  }
}
