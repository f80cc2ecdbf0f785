package org.zhili.core.city;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.zhili.core.store.Transactions;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;
import org.zhili.id.DeviceId;

/**
 * Issues, checks and revokes what devices and gateways log in to the broker with. A device may
 * publish on its own topic only; its username is its client id.
 */
public final class DeviceAccess implements DeviceAccounts {
  private static final String CONNECTOR = "zhili-connector";
  private static final int SECRET_BYTES = 20;

  private final Transactions transactions;
  private final CredentialStore store;
  private final InstantSource clock;
  private final String tenant;
  private final SecureRandom random = new SecureRandom();
  private final Credentials connector;

  public DeviceAccess(
      Transactions transactions, CredentialStore store, InstantSource clock, String tenant) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.tenant = tenant;
    this.connector = new Credentials(CONNECTOR, secret());
  }

  /** Make a new secret for a device; the old one no longer works. Shown once. */
  public Credentials issue(DeviceId device) {
    String topic = "zhili/v1/" + tenant + "/" + device;
    return issue(device.value(), Set.of(topic + "/up"), Set.of(topic + "/down"));
  }

  /** Make a new secret for a gateway, which speaks for every device of the tenant. Shown once. */
  public Credentials issueGateway(String name) {
    return issue(name, Set.of("zhili/v1/" + tenant + "/+/up"), Set.of());
  }

  private Credentials issue(String username, Set<String> publish, Set<String> subscribe) {
    if (username.equals(CONNECTOR)) {
      throw new IllegalArgumentException(CONNECTOR + " is the town's own name");
    }
    String secret = secret();
    String salt = secret();
    transactions.run(
        () ->
            store.save(
                new Credential(
                    username,
                    salt,
                    hash(salt, secret),
                    publish,
                    subscribe,
                    clock.instant(),
                    Optional.empty())));
    return new Credentials(username, secret);
  }

  /** Take a credential back; false when there is none that holds. */
  public boolean revoke(String username) {
    return transactions.run(() -> store.revoke(username, clock.instant()));
  }

  @Override
  public Optional<DeviceAccount> authenticate(String username, String password, String clientId) {
    if (username.equals(CONNECTOR)) {
      return same(password, connector.password())
          ? Optional.of(connectorAccount())
          : Optional.empty();
    }
    return holding(username)
        .filter(c -> same(hash(c.salt(), password), c.hash()))
        .map(DeviceAccess::account);
  }

  @Override
  public Optional<DeviceAccount> current(String username) {
    return username.equals(CONNECTOR)
        ? Optional.of(connectorAccount())
        : holding(username).map(DeviceAccess::account);
  }

  @Override
  public Credentials connector() {
    return connector;
  }

  private Optional<Credential> holding(String username) {
    return transactions.read(() -> store.find(username)).filter(c -> c.revokedAt().isEmpty());
  }

  private static DeviceAccount account(Credential credential) {
    return new DeviceAccount(credential.username(), credential.publish(), credential.subscribe());
  }

  private static DeviceAccount connectorAccount() {
    return new DeviceAccount(CONNECTOR, Set.of(), Set.of("#"));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String salt, String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(salt));
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
