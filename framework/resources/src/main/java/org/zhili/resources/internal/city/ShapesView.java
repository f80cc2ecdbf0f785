package org.zhili.resources.internal.city;

import java.util.List;
import java.util.Optional;
import org.zhili.city.Area;
import org.zhili.city.Shape;
import org.zhili.id.AreaId;
import org.zhili.text.Wording;

/** Outlines of areas, as GeoJSON. */
public record ShapesView(String type, List<Feature> features) {
  ShapesView(List<Feature> features) {
    this("FeatureCollection", features);
  }

  /** One area and where it lies. */
  public record Feature(String type, String id, Properties properties, Geometry geometry) {
    static Feature of(Area area, Shape shape) {
      return new Feature(
          "Feature",
          area.id().value(),
          new Properties(
              area.id().value(), area.name(), area.level(), area.parent().map(AreaId::value)),
          Geometry.of(shape));
    }
  }

  /** What a map says of an area. */
  public record Properties(String area, Wording name, String level, Optional<String> parent) {}

  /** Polygons; of each position first the longitude, then the latitude. */
  public record Geometry(String type, List<List<List<List<Double>>>> coordinates) {
    static Geometry of(Shape shape) {
      return new Geometry(
          "MultiPolygon",
          shape.polygons().stream()
              .map(
                  polygon ->
                      polygon.stream()
                          .map(
                              ring ->
                                  ring.stream()
                                      .map(at -> List.of(at.longitude(), at.latitude()))
                                      .toList())
                          .toList())
              .toList());
    }
  }
}
