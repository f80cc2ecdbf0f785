package org.zhili.broker.internal.topic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.DeviceAccount;

/**
 * What one session may do on the broker, from its account's filters. Immutable.
 *
 * <p>Filters this broker cannot read give no right. A shared subscription drains what its whole
 * group was sent, so only the town's own connector may share what it may hear; any other account
 * needs the {@code $share/…} filter itself among its rights.
 */
public final class Rights {
  private static final Rights NONE = new Rights("", List.of(), List.of(), false);

  private final String clientId;
  private final List<TopicFilter> publish;
  private final List<Subscription> subscribe;
  private final boolean connector;

  private Rights(
      String clientId, List<TopicFilter> publish, List<Subscription> subscribe, boolean connector) {
    this.clientId = clientId;
    this.publish = publish;
    this.subscribe = subscribe;
    this.connector = connector;
  }

  /** The rights of a device or gateway. */
  public static Rights of(DeviceAccount account, String clientId) {
    return of(account, clientId, false);
  }

  /** The rights of the town's own connector. */
  public static Rights ofConnector(DeviceAccount account, String clientId) {
    return of(account, clientId, true);
  }

  /** The rights of somebody whose account is gone. */
  public static Rights none() {
    return NONE;
  }

  private static Rights of(DeviceAccount account, String clientId, boolean connector) {
    return new Rights(
        clientId, filters(account.publish()), subscriptions(account.subscribe()), connector);
  }

  private static List<TopicFilter> filters(Set<String> texts) {
    return texts.stream().map(TopicFilter::parse).flatMap(Optional::stream).toList();
  }

  private static List<Subscription> subscriptions(Set<String> texts) {
    return texts.stream().map(Subscription::parse).flatMap(Optional::stream).toList();
  }

  /** Filters this session publishes within. */
  public List<TopicFilter> publish() {
    return publish;
  }

  public boolean mayPublish(String topic) {
    return TopicFilter.isTopic(topic) && publish.stream().anyMatch(f -> f.matches(topic));
  }

  public boolean maySubscribe(Subscription wanted) {
    Subscription alone = new Subscription(Optional.empty(), wanted.filter());
    return subscribe.stream()
        .anyMatch(right -> right.allows(wanted) || (connector && right.allows(alone)));
  }

  /**
   * Whether the session may create, read and delete the queue of a subscription. Artemis names it
   * {@code owner.filter}, the owner being the client or, when it is shared, the group.
   */
  public boolean mayUseQueue(String filter, String queue) {
    Optional<TopicFilter> parsed = TopicFilter.parse(filter);
    if (parsed.isEmpty() || !queue.endsWith("." + filter)) {
      return false;
    }
    String owner = queue.substring(0, queue.length() - filter.length() - 1);
    Optional<String> group = owner.equals(clientId) ? Optional.empty() : Optional.of(owner);
    return maySubscribe(new Subscription(group, parsed.get()));
  }

  /** Whether the session may bring an address into being: one it publishes to or listens on. */
  public boolean mayCreateAddress(String address) {
    return mayPublish(address)
        || TopicFilter.parse(address)
            .filter(filter -> subscribe.stream().anyMatch(r -> r.filter().covers(filter)))
            .isPresent();
  }
}
