package org.zhili.resources.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.device.Value;

class PlaceTest {
  @ParameterizedTest
  @ValueSource(doubles = {-180, -179.9999, 0, 179.9999, 180})
  void every_position_has_a_place_to_the_ends_of_the_world(double longitude) {
    for (double latitude = -90; latitude <= 90; latitude += 0.25) {
      Place place = at(latitude, longitude);
      assertThat(place.metres(place)).contains(0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-60, 0, 30.5})
  void both_ends_of_the_world_are_one_place(double latitude) {
    assertThat(at(latitude, 180).near(at(latitude, -180))).isTrue();
  }

  private static Place at(double latitude, double longitude) {
    return Place.of("", Optional.of(new Value.Position(latitude, longitude)));
  }
}
