package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A manhole cover of a test's own with a sensor on it. Its address is its own too, which tells its
 * cases from those of all others.
 */
final class Cover implements AutoCloseable {
  private static final String CITY_JSON = "city-json";

  private final Town town;
  private final String id;
  private final String address;
  private Optional<Device> sensor = Optional.empty();

  private Cover(Town town, String id, String address) {
    this.town = town;
    this.id = id;
    this.address = address;
  }

  /** One that is on the starter city's registers. */
  static Cover registered(Town town, String id) {
    return new Cover(town, id, device(town, id).path("address").asText());
  }

  /** A new one of municipal works, in the street of MC-001. */
  static Cover of(Town town, String id) {
    return ownedBy("municipal-works", town, id);
  }

  static Cover ownedBy(String owner, Town town, String id) {
    return register(town, id, "manhole_cover", owner, CITY_JSON);
  }

  /** One that nobody owns, so that a person looks at what is advised. */
  static Cover ofNobody(Town town, String id) {
    return register(town, id, "unknown_cover", "", CITY_JSON);
  }

  /** One whose sensor needs another driver than the city's. */
  static Cover decodedBy(String driver, Town town, String id) {
    return register(town, id, "manhole_cover", "municipal-works", driver);
  }

  private static Cover register(Town town, String id, String type, String owner, String driver) {
    String address = "中山路 " + id;
    String area = device(town, "MC-001").path("area").asText();
    Rest administrator = town.people().administrator();
    administrator
        .put(
            "/assets/asset-" + id,
            """
            {"type": "%s", "name": {"zh": "井盖", "en": "Cover"}, "area": "%s",
             "address": "%s", %s "supervisor": "city-management"}"""
                .formatted(
                    type, area, address, owner.isEmpty() ? "" : "\"owner\": \"" + owner + "\","))
        .expect(200);
    administrator
        .put(
            "/devices/" + id,
            """
            {"type": "manhole_cover", "driver": "%s", "area": "%s", "address": "%s",
             "asset": "asset-%s"}"""
                .formatted(driver, area, address, id))
        .expect(200);
    return new Cover(town, id, address);
  }

  private static JsonNode device(Town town, String id) {
    return town.people().administrator().read("/devices/" + id);
  }

  String id() {
    return id;
  }

  /** Its sensor, connected with credentials of its own. */
  Device sensor() {
    Device connected = sensor.orElseGet(() -> town.device(id));
    sensor = Optional.of(connected);
    return connected;
  }

  /** Let the sensor say what it sees. */
  void says(String status) {
    sensor().publish(message(status));
  }

  /** What the sensor says, in the city's JSON. */
  String message(String status) {
    return """
        {"device_id": "%s", "type": "manhole_cover", "status": "%s"}"""
        .formatted(id, status);
  }

  /** What became of everything abnormal it said: RAISED, MERGED and so on. */
  List<String> alarms() {
    JsonNode listed = town.people().operator().read("/devices/" + id + "/alarms?limit=200");
    return StreamSupport.stream(listed.path("items").spliterator(), false)
        .map(alarm -> alarm.path("disposition").asText())
        .toList();
  }

  /** What it said and nothing could be made of, in order. */
  List<JsonNode> quarantined() {
    JsonNode listed = town.people().operator().read("/quarantine?limit=200&device=" + id);
    return StreamSupport.stream(listed.path("items").spliterator(), false).toList();
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
    sensor.ifPresent(Device::close);
  }
}
