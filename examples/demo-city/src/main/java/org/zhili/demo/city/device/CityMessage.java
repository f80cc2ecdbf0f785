package org.zhili.demo.city.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhili.device.Payload;

/**
 * The JSON message of the city's own devices.
 *
 * @param type what kind of thing it watches
 * @param timestamp local time of the city, without a zone
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CityMessage(
    @JsonProperty("device_id") String deviceId,
    String type,
    String location,
    String status,
    String timestamp,
    Optional<Readings> readings) {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  /** Numbers beside the status. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Readings(
      @JsonProperty("battery.level") OptionalDouble battery,
      @JsonProperty("bin.fill") OptionalDouble fill) {}

  public Payload toPayload() {
    return Payload.ofUtf8(toJson());
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers can be written", e);
    }
  }
}
