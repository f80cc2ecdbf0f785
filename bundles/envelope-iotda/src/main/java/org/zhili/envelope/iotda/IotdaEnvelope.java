package org.zhili.envelope.iotda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/**
 * Opens the property reports of devices made for Huawei Cloud IoTDA. Each service of a report is a
 * message of its own, since each has its own time. A device is called by its device id, as the
 * topic has it.
 */
@Component
public final class IotdaEnvelope implements PayloadEnvelope {
  private static final EnvelopeInfo INFO =
      new EnvelopeInfo("iotda", "Huawei Cloud IoTDA", Set.of("$oc/devices/+/sys/properties/+"));

  private static final Pattern TOPIC =
      Pattern.compile(
          "\\$oc/devices/([A-Za-z0-9_-]{1,128})/sys/properties/report(\\?request_id=[^/]*)?");

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
      return new Opened.Contents(report(parser, topic.group(1)));
    } catch (JsonProcessingException e) {
      return malformed(e.getOriginalMessage());
    } catch (IOException e) {
      return malformed(String.valueOf(e.getMessage()));
    }
  }

  private static List<EnclosedMessage> report(JsonParser parser, String sender) throws IOException {
    expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
    List<EnclosedMessage> messages = new ArrayList<>();
    boolean services = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      services |= parser.currentName().equals("services");
      if (parser.currentName().equals("services")) {
        expect(parser, parser.nextToken(), JsonToken.START_ARRAY, "services to be a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          expect(
              parser, parser.currentToken(), JsonToken.START_OBJECT, "a service to be an object");
          messages.add(ServiceReport.read(JSON, parser).message(JSON, parser, sender));
        }
      } else {
        parser.nextToken();
        parser.skipChildren();
      }
    }
    if (!services) {
      throw new JsonParseException(parser, "no services");
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more after the object");
    }
    return messages;
  }

  private static void expect(JsonParser parser, JsonToken got, JsonToken wanted, String words)
      throws IOException {
    if (got != wanted) {
      throw new JsonParseException(parser, "expected " + words);
    }
  }

  /** Jackson's first line says what is wrong; what follows quotes its own source. */
  private static Opened malformed(String fault) {
    return new Opened.Rejected(
        "expected a report of properties, got a fault: " + fault.lines().findFirst().orElse(""));
  }
}
