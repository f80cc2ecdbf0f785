package org.zhili.driver.city.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;

/**
 * Decodes the JSON message of the city's own devices:
 *
 * <pre>{@code
 * {"device_id":"MC-001","type":"manhole_cover","location":"中山路100号","status":"tilted",
 *  "timestamp":"2024-05-01T08:00:00","readings":{"battery.level":87}}
 * }</pre>
 *
 * <p>A device that its transport names may leave {@code device_id} out.
 *
 * <p>Reads token by token and keeps no tree: this is the message a city gets most of.
 */
@Component
public final class CityJsonDriver implements DeviceDriver {
  private static final int LARGEST = 65_536;

  private static final DriverInfo INFO =
      new DriverInfo(
          "city-json",
          "JSON message of the city",
          Set.of("zhili/v1/+/+/up"),
          Stream.concat(
                  Stream.of(new Metric("status", "1"), new Metric("location", "1")),
                  Stream.of(Quantity.values()).map(Quantity::metric))
              .collect(Collectors.toSet()));

  /** Buffers are pooled here and not in threads, which would hold on to a driver that is gone. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNumberLength(64)
                  .maxNameLength(256)
                  .maxStringLength(4096)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  @Override
  public DriverInfo info() {
    return INFO;
  }

  @Override
  public Decoded decode(DeviceMessage message) {
    byte[] bytes = message.payload().toBytes();
    if (!beginsAnObject(bytes)) {
      return new Decoded.NotMine();
    }
    if (bytes.length > LARGEST) {
      return new Decoded.Rejected("expected at most " + LARGEST + " bytes, got " + bytes.length);
    }
    try (JsonParser parser = JSON.createParser(bytes)) {
      return new CityMessage(message).read(parser);
    } catch (JsonProcessingException e) {
      return malformed(e.getOriginalMessage());
    } catch (IOException e) {
      return malformed(String.valueOf(e.getMessage()));
    }
  }

  /** Jackson's first line says what is wrong; what follows quotes its own source. */
  private static Decoded malformed(String fault) {
    return new Decoded.Rejected(
        "expected well-formed JSON, got a fault: " + fault.lines().findFirst().orElse(""));
  }

  private static boolean beginsAnObject(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '{';
      }
    }
    return false;
  }
}
