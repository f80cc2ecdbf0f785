package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A manhole cover of a test's own with a sensor on it. Its address is its own too, which tells its
 * cases from those of all others.
 */
final class Cover implements AutoCloseable {
  private final Town town;
  private final String id;
  private final String address;
  private final Device sensor;

  private Cover(Town town, String id, String address) {
    this.town = town;
    this.id = id;
    this.address = address;
    this.sensor = town.device(id);
  }

  /** One that is on the starter city's registers. */
  static Cover registered(Town town, String id) {
    return new Cover(town, id, device(town, id).path("address").asText());
  }

  /** A new one in the street of MC-001, decoded by the city's JSON driver. */
  static Cover of(Town town, String id, String owner) {
    String address = "中山路 " + id;
    JsonNode neighbour = device(town, "MC-001");
    Rest administrator = town.people().administrator();
    administrator
        .put(
            "/assets/asset-" + id,
            """
            {"type": "manhole_cover", "name": {"zh": "井盖", "en": "Cover"}, "area": "%s",
             "address": "%s", "owner": "%s", "supervisor": "city-management"}"""
                .formatted(neighbour.path("area").asText(), address, owner))
        .expect(200);
    administrator
        .put(
            "/devices/" + id,
            """
            {"type": "manhole_cover", "driver": "city-json", "area": "%s", "address": "%s",
             "asset": "asset-%s"}"""
                .formatted(neighbour.path("area").asText(), address, id))
        .expect(200);
    return new Cover(town, id, address);
  }

  private static JsonNode device(Town town, String id) {
    return town.people().administrator().read("/devices/" + id);
  }

  Device sensor() {
    return sensor;
  }

  /** Let the sensor say what it sees. */
  void says(String status) {
    sensor.publish(message(id, status));
  }

  static String message(String id, String status) {
    return """
        {"device_id": "%s", "type": "manhole_cover", "status": "%s"}"""
        .formatted(id, status);
  }

  /** All cases there ever were about it. */
  List<Matter> cases() {
    JsonNode listed = town.people().operator().read("/cases?limit=200");
    assertThat(listed.path("next").isMissingNode()).as("one page holds them all").isTrue();
    return StreamSupport.stream(listed.path("items").spliterator(), false)
        .filter(file -> file.path("address").asText().equals(address))
        .map(file -> new Matter(town, file.path("id").asText()))
        .toList();
  }

  /** The one case about it, waiting for it if need be. */
  Matter onlyCase() {
    return Eventually.present(
        () -> {
          List<Matter> all = cases();
          assertThat(all).hasSizeLessThan(2);
          return all.stream().findFirst();
        });
  }

  @Override
  public void close() {
    sensor.close();
  }
}
