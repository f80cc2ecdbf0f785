package org.zhili.envelope.chirpstack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/**
 * Opens the uplinks of ChirpStack 4, as its MQTT integration publishes them in JSON. A device is
 * called by its application and its devEUI in lower case, as the topic has them: whoever owns the
 * topics of one application speaks for no device of another.
 */
@Component
public final class ChirpstackEnvelope implements PayloadEnvelope {
  private static final EnvelopeInfo INFO =
      new EnvelopeInfo("chirpstack", "ChirpStack 4", Set.of("application/+/device/+/event/up"));

  private static final Pattern TOPIC =
      Pattern.compile("application/([A-Za-z0-9-]{1,64})/device/([0-9A-Fa-f]{16})/event/up");

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
      return Uplink.read(parser).open(topic.group(1), topic.group(2).toLowerCase(Locale.ROOT));
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
