package org.zhili.envelope.iotda;

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
import org.zhili.json.Json;
import org.zhili.json.JsonValue;
import org.zhili.json.MalformedJson;

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
      return open(Json.read(message.payload().toBytes()), topic.group(1));
    } catch (MalformedJson e) {
      return new Opened.Rejected("expected a report of properties, got a fault: " + e.fault());
    }
  }

  private static Opened open(JsonValue report, String sender) throws MalformedJson {
    JsonValue.Items services =
        report
            .at("services")
            .filter(JsonValue.Items.class::isInstance)
            .map(JsonValue.Items.class::cast)
            .orElseThrow(() -> new MalformedJson("no services"));
    List<EnclosedMessage> messages = new ArrayList<>();
    for (JsonValue service : services.all()) {
      messages.add(ServiceReport.of(service).message(sender));
    }
    return new Opened.Contents(messages);
  }
}
