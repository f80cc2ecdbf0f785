package org.zhili.envelope.things.stack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/**
 * Opens the uplinks of The Things Stack 3, as its MQTT server publishes them in JSON. A device is
 * called by its application, with the tenant where there is one, and its device id, since that is
 * what the topic says; a device id is unique within its application only.
 */
@Component
public final class ThingsStackEnvelope implements PayloadEnvelope {
  private static final EnvelopeInfo INFO =
      new EnvelopeInfo("things-stack", "The Things Stack 3", Set.of("v3/+/devices/+/up"));

  private static final Pattern TOPIC =
      Pattern.compile("v3/(([a-z0-9-]{1,36})(?:@[a-z0-9-]{1,36})?)/devices/([a-z0-9-]{1,36})/up");

  /**
   * Buffers are pooled here and not in threads, which would hold on to an envelope that is gone.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  @Override
  public EnvelopeInfo info() {
    return INFO;
  }

  @Override
  public Opened open(WrappedMessage message) {
    Matcher topic = TOPIC.matcher(message.topic());
    if (!topic.matches()) {
      return new Opened.NotMine();
    }
    try (JsonParser parser = JSON.createParser(message.payload().toBytes())) {
      Uplink uplink = Uplink.read(parser);
      return uplink
          .disagreement(topic.group(2), topic.group(3))
          .orElseGet(() -> uplink.open(topic.group(1) + ":" + topic.group(3)));
    } catch (JsonProcessingException e) {
      return malformed(e.getOriginalMessage());
    } catch (IOException e) {
      return malformed(String.valueOf(e.getMessage()));
    }
  }

  /** Jackson's first line says what is wrong; what follows quotes its own source. */
  private static Opened malformed(String fault) {
    return new Opened.Rejected(
        "expected well-formed JSON, got a fault: " + fault.lines().findFirst().orElse(""));
  }
}
