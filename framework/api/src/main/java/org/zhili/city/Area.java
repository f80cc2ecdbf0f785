package org.zhili.city;

import java.util.Optional;
import org.zhili.id.AreaId;
import org.zhili.text.Wording;

/**
 * A piece of the city: district, street (街道), community (社区) or grid cell (单元网格).
 *
 * @param level what the city calls this level, such as {@code street}
 */
public record Area(AreaId id, Wording name, String level, Optional<AreaId> parent) {}
