package org.zhili.resources.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.device.Value;
import org.zhili.id.AreaId;

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

  @Test
  void addresses_are_the_same_by_more_than_half_of_their_words() {
    Place here = called("中山路", "east-1");
    assertThat(here.near(called("中山路", "east-1"))).isTrue();
    assertThat(here.near(called("中山街", "east-1"))).as("half of it").isFalse();
    assertThat(here.near(called("中山路", "east-2"))).as("another area").isFalse();
  }

  @Test
  void an_address_is_not_held_against_a_position() {
    Place known = Place.of("中山路", new AreaId("east-1"), Optional.of(new Value.Position(30.5, 104)));
    Place guess = called("中山路", "east-1");
    assertThat(known.near(guess)).isFalse();
    assertThat(guess.near(known)).isFalse();
  }

  private static Place called(String address, String area) {
    return Place.of(address, new AreaId(area), Optional.empty());
  }

  private static Place at(double latitude, double longitude) {
    return Place.of("", new AreaId("east-1"), Optional.of(new Value.Position(latitude, longitude)));
  }
}
