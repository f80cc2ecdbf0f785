package org.zhili.envelope;

import java.util.Set;

/**
 * Whose envelopes are opened.
 *
 * @param id unique among envelopes, such as {@code chirpstack}: lower-case letters, digits and
 *     dashes. It is the first part of the {@link org.zhili.id.NetworkId}s of all devices behind the
 *     network
 * @param network the network or platform as its makers call it, for people
 * @param topicFilters MQTT topic filters of the messages to open. They contain no topic of a
 *     device's own ({@code zhili/v1/…}): such messages are never wrapped
 */
public record EnvelopeInfo(String id, String network, Set<String> topicFilters) {
  public EnvelopeInfo {
    if (!id.matches("[a-z][a-z0-9-]{0,31}") || network.isBlank()) {
      throw new IllegalArgumentException("not an envelope: \"" + id + "\" of " + network);
    }
    topicFilters = Set.copyOf(topicFilters);
  }
}
