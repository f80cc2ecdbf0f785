package org.zhili.dispatch;

import java.util.Optional;
import org.zhili.id.UnitId;

/**
 * What the city's books say about who answers for a case; strategies weigh it.
 *
 * @param owner the asset's owner (权属单位)
 * @param supervisor the asset's supervising unit (监督单位)
 * @param row the row of the catalogue that fits subject, condition, area and day
 * @param territorial the territorial body (属地) of the area
 */
public record Duty(
    Optional<UnitId> owner,
    Optional<UnitId> supervisor,
    Optional<CatalogueRow> row,
    Optional<UnitId> territorial) {}
