package org.zhili.core.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhili.device.Origin;
import org.zhili.id.DeviceId;
import org.zhili.text.Text;

/**
 * Checks where a message claims to come from: a device on its own topic {@code
 * zhili/v1/<tenant>/<device>/up}, or a network, that vouches for no device, on any publishable one.
 */
final class TopicForm {
  static final int MAX_BYTES = 256;

  private static final String PREFIX = "zhili/v1/";
  private static final String SUFFIX = "/up";

  private TopicForm() {}

  /** What is wrong with the topic; empty when nothing is. */
  static Optional<Text> fault(Origin origin, String tenant) {
    String topic = origin.topic();
    if (topic.isEmpty() || tooLong(topic)) {
      return Optional.of(IngestWords.kept("topic-length", MAX_BYTES));
    }
    for (int i = 0; i < topic.length(); i++) {
      char c = topic.charAt(i);
      if (c == '+' || c == '#' || c < ' ') {
        return Optional.of(IngestWords.kept("topic-sign"));
      }
    }
    return origin.device().isPresent() && !isOwn(topic, tenant, origin.device().get())
        ? Optional.of(IngestWords.kept("topic-other", tenant))
        : Optional.empty();
  }

  private static boolean isOwn(String topic, String tenant, DeviceId device) {
    int length = PREFIX.length() + tenant.length() + 1 + device.value().length() + SUFFIX.length();
    int at = PREFIX.length();
    return topic.length() == length
        && topic.startsWith(PREFIX)
        && topic.startsWith(tenant, at)
        && topic.charAt(at + tenant.length()) == '/'
        && topic.startsWith(device.value(), at + tenant.length() + 1)
        && topic.endsWith(SUFFIX);
  }

  private static boolean tooLong(String topic) {
    // no character takes more than three bytes per char
    return topic.length() > MAX_BYTES
        || (topic.length() * 3 > MAX_BYTES
            && topic.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES);
  }
}
