package org.zhili.broker.internal.topic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client asks to hear: a filter, alone or shared with a group ({@code $share/group/filter}).
 */
public record Subscription(Optional<String> group, TopicFilter filter) {
  private static final String SHARE = "$share/";
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Read a subscription; empty when it is none this broker takes. */
  public static Optional<Subscription> parse(String text) {
    if (!text.startsWith(SHARE)) {
      return TopicFilter.parse(text)
          .filter(TopicFilter::isOpen)
          .map(filter -> new Subscription(Optional.empty(), filter));
    }
    int slash = text.indexOf('/', SHARE.length());
    if (slash < 0 || !GROUP.matcher(text.substring(SHARE.length(), slash)).matches()) {
      return Optional.empty();
    }
    String group = text.substring(SHARE.length(), slash);
    return TopicFilter.parse(text.substring(slash + 1))
        .filter(TopicFilter::isOpen)
        .map(filter -> new Subscription(Optional.of(group), filter));
  }

  /** Whether this subscription, as a right, allows the other. */
  boolean allows(Subscription other) {
    return group.equals(other.group) && filter.covers(other.filter);
  }
}
