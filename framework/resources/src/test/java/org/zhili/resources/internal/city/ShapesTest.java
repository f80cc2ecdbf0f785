package org.zhili.resources.internal.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.resources.Refusals.refused;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.TestTown;

/** Where areas lie, for those who may see them. */
class ShapesTest {
  private final TestTown town = new TestTown();
  private final AreaResource areas = town.resource(AreaResource.class);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void outlines_are_geojson_with_the_longitude_first() {
    ShapesView view = view(LoggedIn.OPERATOR);
    assertThat(view.type()).isEqualTo("FeatureCollection");
    ShapesView.Feature east = view.features().get(0);
    assertThat(east.type()).isEqualTo("Feature");
    assertThat(east.properties().level()).isEqualTo("district");
    assertThat(east.properties().parent()).contains("city");
    assertThat(east.geometry().type()).isEqualTo("MultiPolygon");
    assertThat(east.geometry().coordinates().get(0).get(0))
        .startsWith(List.of(1.0, 0.0), List.of(2.0, 0.0), List.of(2.0, 1.0));
  }

  @Test
  void whoever_is_limited_to_areas_sees_these_and_what_lies_within() {
    assertThat(ids(LoggedIn.OPERATOR)).containsExactly("east", "east-1", "west");
    assertThat(ids(LoggedIn.OPERATOR.in("city"))).containsExactly("east", "east-1", "west");
    assertThat(ids(LoggedIn.SUPERVISOR.in("east"))).containsExactly("east", "east-1");
    assertThat(ids(LoggedIn.ADMINISTRATOR.in("east-1"))).containsExactly("east-1");
    assertThat(ids(LoggedIn.WORKS.in("west"))).containsExactly("west");
    refused(401, "ZL-3001", () -> areas.shapes(null, LoggedIn.NOBODY));
  }

  @Test
  void who_has_the_outlines_already_is_told_so_unless_they_are_those_of_others() {
    String tag = areas.shapes(null, LoggedIn.OPERATOR).getEntityTag().getValue();
    for (String known :
        List.of('"' + tag + '"', '"' + tag + "--gzip\"", "\"x\", W/\"" + tag + '"')) {
      Response again = areas.shapes(known, LoggedIn.OPERATOR);
      assertThat(again.getStatus()).as(known).isEqualTo(304);
      assertThat(again.hasEntity()).isFalse();
    }
    assertThat(areas.shapes('"' + tag + '"', LoggedIn.OPERATOR.in("west")).getStatus())
        .isEqualTo(200);
  }

  private List<String> ids(LoggedIn by) {
    return view(by).features().stream().map(ShapesView.Feature::id).toList();
  }

  private ShapesView view(LoggedIn by) {
    return (ShapesView) areas.shapes(null, by).getEntity();
  }
}
