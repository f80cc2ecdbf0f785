package org.zhili.envelope.chirpstack;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.LorawanUplink;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.Told;
import org.zhili.envelope.WrappedMessage;
import org.zhili.json.Json;
import org.zhili.json.JsonValue;
import org.zhili.json.MalformedJson;

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
    try {
      JsonValue event = Json.read(message.payload().toBytes());
      return open(event, topic.group(1), topic.group(2).toLowerCase(Locale.ROOT));
    } catch (MalformedJson e) {
      return new Opened.Rejected("expected well-formed JSON, got a fault: " + e.fault());
    }
  }

  private static Opened open(JsonValue event, String application, String devEui) {
    Told ofDevice = told(event, "deviceInfo", "devEui");
    if (!agrees(ofDevice, devEui)) {
      return ofDevice.rejected(devEui + " as in the topic");
    }
    Told ofApplication = told(event, "deviceInfo", "applicationId");
    if (!agrees(ofApplication, application)) {
      return ofApplication.rejected(application + " as in the topic");
    }
    Told data = told(event, "data");
    boolean isEncrypted =
        event.at("joinServerContext").filter(JsonValue.Members.class::isInstance).isPresent();
    if (isEncrypted && data.value().filter(bytes -> !bytes.isEmpty()).isPresent()) {
      return new Opened.Rejected(
          "expected data that ChirpStack has decrypted, got data under a join server's key");
    }
    Optional<String> time = event.text("time");
    return new LorawanUplink(
            application + ":" + devEui,
            told(event, "fPort"),
            data,
            time.flatMap(LorawanUplink::time))
        .open();
  }

  private static boolean agrees(Told told, String topic) {
    return told.value().filter(topic::equalsIgnoreCase).isPresent();
  }

  private static Told told(JsonValue event, String... path) {
    return new Told(String.join(".", path), event.text(path));
  }
}
