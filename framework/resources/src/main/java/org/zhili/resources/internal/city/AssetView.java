package org.zhili.resources.internal.city;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.city.Asset;
import org.zhili.core.city.RegisterStore;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.PositionBody;
import org.zhili.text.Wording;

/**
 * A fixed facility on the asset register (部件), and who owned it.
 *
 * @param owners latest first
 */
public record AssetView(
    String id,
    String type,
    Wording name,
    String area,
    String address,
    Optional<PositionBody> position,
    Optional<String> owner,
    Optional<String> competent,
    Optional<String> maintainer,
    Optional<String> supervisor,
    List<Ownership> owners) {

  /** An owner, and since when; without one it was unowned (无主). */
  public record Ownership(Optional<String> owner, Instant since) {}

  static AssetView of(Asset asset, List<RegisterStore.Ownership> owners) {
    return new AssetView(
        asset.id().value(),
        asset.type(),
        asset.name(),
        asset.area().value(),
        asset.address(),
        asset.position().map(PositionBody::of),
        asset.owner().map(UnitId::value),
        asset.competent().map(UnitId::value),
        asset.maintainer().map(UnitId::value),
        asset.supervisor().map(UnitId::value),
        owners.stream().map(o -> new Ownership(o.owner().map(UnitId::value), o.since())).toList());
  }
}
