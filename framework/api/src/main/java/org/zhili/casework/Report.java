package org.zhili.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhili.alert.Severity;
import org.zhili.device.Value;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/**
 * What a case was opened for. It never changes.
 *
 * @param key at most one case with this key is open at a time
 * @param source where it came from: {@code sensor}, {@code resident}, {@code grid-worker}, …
 * @param subject the type of thing it is about, such as {@code manhole_cover}; the dispatch
 *     catalogue goes by it
 * @param condition what is wrong with it, such as {@code tilted}
 * @param owner the asset's owner when the case was opened
 */
public record Report(
    String key,
    String source,
    String subject,
    String condition,
    AreaId area,
    String address,
    Optional<Value.Position> position,
    Wording summary,
    Severity severity,
    Instant reportedAt,
    Optional<DeviceId> device,
    Optional<AssetId> asset,
    Optional<UnitId> owner,
    List<Evidence> evidence) {
  public Report {
    evidence = List.copyOf(evidence);
  }
}
