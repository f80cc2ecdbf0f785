package org.zhili.city;

import java.util.List;
import org.zhili.device.Value;
import org.zhili.id.AreaId;

/**
 * Where an area lies (区域边界), for maps; in WGS-84. What lies in an area is said by each case and
 * each asset, never reckoned from its outline.
 *
 * @param polygons its parts; of each the outer ring, then the holes in it; a ring ends where it
 *     begins
 */
public record Shape(AreaId area, List<List<List<Value.Position>>> polygons) {
  public Shape {
    polygons =
        polygons.stream()
            .map(polygon -> polygon.stream().map(List::copyOf).toList())
            .map(List::copyOf)
            .toList();
  }
}
