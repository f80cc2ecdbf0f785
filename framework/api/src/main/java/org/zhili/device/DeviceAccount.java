package org.zhili.device;

import java.util.Set;

/**
 * What an account may do on the broker.
 *
 * @param name the username
 * @param publish MQTT topic filters it may publish to, such as {@code zhili/v1/demo/MC-001/up}
 * @param subscribe MQTT topic filters it may subscribe to
 */
public record DeviceAccount(String name, Set<String> publish, Set<String> subscribe) {
  public DeviceAccount {
    publish = Set.copyOf(publish);
    subscribe = Set.copyOf(subscribe);
  }
}
