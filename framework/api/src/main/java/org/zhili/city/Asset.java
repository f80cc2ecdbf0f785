package org.zhili.city;

import java.util.Optional;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * A fixed facility on the city's asset register (部件台账).
 *
 * @param type the city's type code, such as {@code manhole_cover}
 * @param owner owner unit (权属单位), who must repair; empty means unowned (无主)
 * @param competent competent department (主管部门)
 * @param maintainer contracted maintainer (养护单位)
 * @param supervisor supervising unit (监督单位)
 */
public record Asset(
    AssetId id,
    String type,
    Wording name,
    AreaId area,
    String address,
    Optional<Value.Position> position,
    Optional<UnitId> owner,
    Optional<UnitId> competent,
    Optional<UnitId> maintainer,
    Optional<UnitId> supervisor) {}
