package org.zhili.persistence.store.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhili.core.ingest.ConditionTrack;
import org.zhili.core.ingest.DeviceState;
import org.zhili.core.ingest.Latest;
import org.zhili.core.ingest.RecentHashes;
import org.zhili.device.Reading;
import org.zhili.device.TimeSource;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/**
 * What of a device's state nobody searches by, in few words, since it is written with every
 * message:
 *
 * <pre>{@code
 * {"latest":[["bin.fill",0.42,1772413200000000,"DEVICE",1772413201500000]],"recent":"q83vASNFZ4k="}
 * }</pre>
 *
 * <p>Times are microseconds since 1970; recent are the fingerprints in base64, eight bytes each.
 * What {@link EarlierStateDocument} wrote is read as well.
 */
final class StateDocument {
  private static final String LATEST = "latest";
  private static final String TRACKS = "tracks";
  private static final String RECENT = "recent";

  private StateDocument() {}

  static String write(DeviceState state) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart(LATEST);
      for (Latest latest : state.latest().values()) {
        write(json, latest);
      }
      json.writeEndArray();
      if (!state.tracks().isEmpty()) {
        json.writePOJOField(TRACKS, state.tracks().values());
      }
      json.writeBinaryField(RECENT, bytes(state.recent()));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no text takes the state of " + state.device(), e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Latest latest) throws IOException {
    Reading reading = latest.reading();
    json.writeStartArray();
    json.writeString(reading.metric());
    ValueJson.write(reading.value(), json);
    json.writeNumber(micros(reading.observedAt()));
    json.writeString(reading.timeSource().name());
    json.writeNumber(micros(latest.receivedAt()));
    json.writeEndArray();
  }

  /** Read the state back, with what columns of their own hold of it. */
  static DeviceState read(
      String text, DeviceId device, String type, long revision, Optional<Instant> seen) {
    JsonNode json = Json.read(text, JsonNode.class);
    JsonNode recent = json.path(RECENT);
    if (recent.isArray()) {
      return Json.read(json, EarlierStateDocument.class).state(device, type, revision);
    }
    return new DeviceState(
        device, type, revision, seen, latest(json, device), tracks(json), hashes(recent));
  }

  private static Map<String, Latest> latest(JsonNode json, DeviceId device) {
    Map<String, Latest> latest = new HashMap<>();
    for (JsonNode point : json.path(LATEST)) {
      Reading reading =
          new Reading(
              device,
              point.get(0).textValue(),
              Json.read(point.get(1), Value.class),
              instant(point.get(2)),
              TimeSource.valueOf(point.get(3).textValue()));
      latest.put(reading.metric(), new Latest(reading, instant(point.get(4))));
    }
    return latest;
  }

  private static Map<String, ConditionTrack> tracks(JsonNode json) {
    Map<String, ConditionTrack> tracks = new HashMap<>();
    for (JsonNode node : json.path(TRACKS)) {
      ConditionTrack track = Json.read(node, ConditionTrack.class);
      tracks.put(track.condition(), track);
    }
    return tracks;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(JsonNode micros) {
    return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
  }

  private static byte[] bytes(RecentHashes recent) {
    long[] hashes = recent.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
    bytes.asLongBuffer().put(hashes);
    return bytes.array();
  }

  private static RecentHashes hashes(JsonNode recent) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(recent.binaryValue());
      long[] hashes = new long[bytes.remaining() / Long.BYTES];
      bytes.asLongBuffer().get(hashes);
      return RecentHashes.of(hashes);
    } catch (IOException e) {
      throw new UncheckedIOException("a row holds fingerprints that are not base64", e);
    }
  }
}
