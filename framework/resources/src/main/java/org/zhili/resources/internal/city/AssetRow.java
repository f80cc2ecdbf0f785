package org.zhili.resources.internal.city;

import java.util.Optional;
import org.zhili.city.Asset;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.PositionBody;
import org.zhili.text.Wording;

/**
 * A fixed facility on the asset register (部件).
 *
 * @param owner empty when it is unowned (无主)
 */
public record AssetRow(
    String id,
    String type,
    Wording name,
    String area,
    String address,
    Optional<PositionBody> position,
    Optional<String> owner,
    Optional<String> competent,
    Optional<String> maintainer,
    Optional<String> supervisor) {
  static AssetRow of(Asset asset) {
    return new AssetRow(
        asset.id().value(),
        asset.type(),
        asset.name(),
        asset.area().value(),
        asset.address(),
        asset.position().map(PositionBody::of),
        asset.owner().map(UnitId::value),
        asset.competent().map(UnitId::value),
        asset.maintainer().map(UnitId::value),
        asset.supervisor().map(UnitId::value));
  }
}
