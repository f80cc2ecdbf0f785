package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.city.Shape;
import org.zhili.device.Value;
import org.zhili.id.AreaId;

/** Reads where areas lie, in GeoJSON as map programs write it. */
final class ShapesFile {
  static final String NAME = "areas.geojson";
  static final long MOST_BYTES = 16_000_000;

  private static final int MOST_POSITIONS = 200_000;

  /** A file that is wrong as a whole is not told of once for each area. */
  private static final int MOST_FAULTS = 20;

  private static final Form<String> COLLECTION = word("FeatureCollection");
  private static final Form<String> FEATURE = word("Feature");
  private static final Form<String> GEOMETRY =
      Form.oneOf(Map.of("Polygon", "Polygon", "MultiPolygon", "MultiPolygon"));

  private final Form<AreaId> area;
  private final Faults faults;
  private final Set<AreaId> seen = new HashSet<>();
  private int positions;

  private ShapesFile(Form<AreaId> area, Faults faults) {
    this.area = area;
    this.faults = faults;
  }

  static List<Shape> read(String text, Form<AreaId> area, Faults faults) {
    return new JsonReading(faults)
        .read(text)
        .flatMap(root -> JsonFields.of(root, NAME, faults))
        .map(root -> new ShapesFile(area, faults).shapes(root))
        .orElse(List.of());
  }

  private static Form<String> word(String word) {
    return Form.oneOf(Map.of(word, word));
  }

  private List<Shape> shapes(JsonFields root) {
    int before = faults.count();
    root.value("type", COLLECTION);
    root.optionalObject("crs").flatMap(crs -> crs.object("properties")).ifPresent(this::system);
    List<Shape> shapes = new ArrayList<>();
    for (Json item : root.requiredItems("features")) {
      if (faults.count() - before >= MOST_FAULTS) {
        break;
      }
      JsonFields.of(item, "features", faults).flatMap(this::shape).ifPresent(shapes::add);
      if (positions > MOST_POSITIONS) {
        faults.add(item.at(), Problem.POSITIONS_TOO_MANY, Integer.toString(MOST_POSITIONS));
        break;
      }
    }
    return shapes;
  }

  /** An old member, by which programs say that they wrote something else than degrees of WGS-84. */
  private void system(JsonFields crs) {
    String name = crs.value("name", Form.TEXT);
    if (!name.matches(".*(CRS84|4326|4490)")) {
      crs.fault("name", Problem.REFERENCE_SYSTEM, name);
    }
  }

  private Optional<Shape> shape(JsonFields feature) {
    feature.value("type", FEATURE);
    Optional<JsonFields> properties = feature.object("properties");
    Optional<JsonFields> geometry = feature.object("geometry");
    if (properties.isEmpty() || geometry.isEmpty()) {
      return Optional.empty();
    }
    AreaId id = properties.get().value("area", area);
    if (!seen.add(id)) {
      properties.get().fault("area", Problem.ID_TWICE, "area", id.value());
    }
    int before = faults.count();
    boolean many = geometry.get().value("type", GEOMETRY).equals("MultiPolygon");
    if (faults.count() > before) {
      return Optional.empty(); // positions of something else
    }
    Rings rings = new Rings(id.value(), faults);
    Json coordinates = geometry.get().array("coordinates");
    List<List<List<Value.Position>>> polygons =
        (many ? Rings.items(coordinates) : List.of(coordinates))
            .stream().map(rings::polygon).toList();
    rings.checkTogether(coordinates.at(), polygons);
    positions += rings.positions();
    return Optional.of(new Shape(id, polygons));
  }
}
