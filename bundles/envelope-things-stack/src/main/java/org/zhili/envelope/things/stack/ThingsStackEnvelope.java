package org.zhili.envelope.things.stack;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final String IDS = "end_device_ids";
  private static final String UPLINK = "uplink_message";

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
      JsonValue said = Json.read(message.payload().toBytes());
      return disagreement(said, topic.group(2), topic.group(3))
          .orElseGet(() -> open(said, topic.group(1) + ":" + topic.group(3)));
    } catch (MalformedJson e) {
      return new Opened.Rejected("expected well-formed JSON, got a fault: " + e.fault());
    }
  }

  private static Optional<Opened> disagreement(JsonValue said, String application, String device) {
    Told ofDevice = told(said, IDS, "device_id");
    if (!ofDevice.is(device)) {
      return Optional.of(ofDevice.rejected(device + " as in the topic"));
    }
    Told ofApplication = told(said, IDS, "application_ids", "application_id");
    return ofApplication.is(application)
        ? Optional.empty()
        : Optional.of(ofApplication.rejected(application + " as in the topic"));
  }

  private static Opened open(JsonValue said, String sender) {
    if (said.at(UPLINK).filter(JsonValue.Members.class::isInstance).isEmpty()) {
      return new Opened.Rejected("expected an uplink_message, got none");
    }
    if (told(said, "simulated").is("true")) {
      return new Opened.Rejected("expected an uplink of a device, got a simulated one");
    }
    return new LorawanUplink(
            sender, told(said, UPLINK, "f_port"), told(said, UPLINK, "frm_payload"), sentAt(said))
        .open();
  }

  /** The gateway's time, else the network's, else the application server's. */
  private static Optional<Instant> sentAt(JsonValue said) {
    return Stream.of(
            said.text(UPLINK, "settings", "time"),
            said.text(UPLINK, "received_at"),
            said.text("received_at"))
        .flatMap(text -> text.flatMap(LorawanUplink::time).stream())
        .findFirst();
  }

  private static Told told(JsonValue said, String... path) {
    return new Told(String.join(".", path), said.text(path));
  }
}
