package org.zhili.broker.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;

/** Accounts in a map; every password is the username with {@code -secret} behind it. */
final class FakeAccounts implements DeviceAccounts {
  static final String CONNECTOR = "connector";

  private final Map<String, DeviceAccount> accounts = new ConcurrentHashMap<>();

  FakeAccounts() {
    accounts.put(
        CONNECTOR,
        new DeviceAccount(CONNECTOR, Set.of("zhili/v1/+/+/down"), Set.of("zhili/v1/+/+/up")));
  }

  static String password(String username) {
    return username + "-secret";
  }

  static String up(String device) {
    return "zhili/v1/demo/" + device + "/up";
  }

  static String down(String device) {
    return "zhili/v1/demo/" + device + "/down";
  }

  FakeAccounts device(String id) {
    return add(new DeviceAccount(id, Set.of(up(id)), Set.of(down(id))));
  }

  FakeAccounts add(DeviceAccount account) {
    accounts.put(account.name(), account);
    return this;
  }

  void revoke(String id) {
    accounts.remove(id);
  }

  @Override
  public Optional<DeviceAccount> authenticate(String username, String password, String clientId) {
    return current(username).filter(account -> password.equals(password(username)));
  }

  @Override
  public Optional<DeviceAccount> current(String username) {
    return Optional.ofNullable(accounts.get(username));
  }

  @Override
  public Credentials connector() {
    return new Credentials(CONNECTOR, password(CONNECTOR));
  }
}
