package org.zhili.envelope.alink;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;
import org.zhili.json.Json;
import org.zhili.json.MalformedJson;

/**
 * Opens the property reports of devices made for Alibaba Cloud's Alink protocol. A device is called
 * by its product key and its name, as the topic has them. The id of a message tells nothing, as a
 * device uses it again every day.
 */
@Component
public final class AlinkEnvelope implements PayloadEnvelope {
  private static final EnvelopeInfo INFO =
      new EnvelopeInfo(
          "alink", "Alibaba Cloud Alink", Set.of("/sys/+/+/thing/event/property/post"));

  private static final Pattern TOPIC =
      Pattern.compile(
          "/sys/([A-Za-z0-9]{1,40})/([A-Za-z0-9_.:@-]{1,64})/thing/event/property/post");

  /** A device's clock may run ahead by this much; what is beyond the platform refuses too. */
  private static final Duration AHEAD = Duration.ofHours(24);

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
    String sender = topic.group(1) + ":" + topic.group(2);
    try {
      PropertyReport report = PropertyReport.of(Json.read(message.payload().toBytes()));
      return opened(report, sender, message.receivedAt());
    } catch (MalformedJson e) {
      return new Opened.Rejected("expected a report of properties, got a fault: " + e.fault());
    }
  }

  private static Opened opened(PropertyReport report, String sender, Instant receivedAt) {
    Instant latest = receivedAt.plus(AHEAD);
    Optional<Instant> ahead = report.latest().filter(time -> time.isAfter(latest));
    return ahead.isPresent()
        ? new Opened.Rejected("expected a time until " + latest + ", got " + ahead.get())
        : new Opened.Contents(report.messages(sender));
  }
}
