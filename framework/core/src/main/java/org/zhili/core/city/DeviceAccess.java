package org.zhili.core.city;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhili.core.store.Transactions;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;
import org.zhili.device.Origin;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;

/**
 * Issues, checks and revokes what devices and gateways log in to the broker with. A device may
 * publish on its own topic only; its username is its client id.
 */
public final class DeviceAccess implements DeviceAccounts {
  private static final String CONNECTOR = "zhili-connector";
  private static final String NODE = "zhili-node";
  private static final String STATION = "station/";
  private static final int SECRET_BYTES = 20;
  private static final int SALT_BYTES = SecretHash.SALT_CHARACTERS / 2;
  private static final int PAGE = 1_000;
  private static final String DEVICES = "zhili/";

  /**
   * Where the town itself tries out its broker; below the town's own name, so that nobody has it.
   */
  private static final Set<String> CHECKS = Set.of(DEVICES + "check/#");

  /** A wildcard does not reach what begins with a dollar. */
  private static final Set<String> EVERYTHING = Set.of("#", "$oc/#");

  private static final String LEVEL = "[A-Za-z0-9_@.=~-]{1,64}";

  /**
   * What the embedded broker takes as a filter, below a name that is not the town's own: of IoTDA
   * and Alink, which begin otherwise, the topics of one device.
   */
  private static final Pattern OWNABLE =
      Pattern.compile(
          "((?!zhili/)LEVEL|\\$oc/devices/LEVEL|/sys/LEVEL/LEVEL)(/(\\+|LEVEL)){0,8}(/#)?"
              .replace("LEVEL", LEVEL));

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
    String topic = topic(device);
    return issue(device.value(), Set.of(topic + "/up"), Set.of(topic + "/down"));
  }

  /** Make a new secret for a gateway, which speaks for every device of the tenant. Shown once. */
  public Credentials issueGateway(String name) {
    return issue(name, Set.of(DEVICES + "v1/" + tenant + "/+/up"), Set.of());
  }

  /**
   * Make a new secret for a network server or platform, which owns these topics and speaks for the
   * devices the register says are behind it. Shown once.
   *
   * @param topics MQTT topic filters such as {@code application/#}, beginning with a name, or
   *     within {@code $oc/devices/<id>} or {@code /sys/<product>/<device>}; the topics of the
   *     town's own devices are not among them
   * @throws IllegalArgumentException when they are none or of another form
   */
  public Credentials issueNetwork(String name, Set<String> topics) {
    if (topics.isEmpty() || !topics.stream().allMatch(topic -> OWNABLE.matcher(topic).matches())) {
      throw new IllegalArgumentException("not topics a network may own: " + topics);
    }
    return issue(name, topics, Set.of());
  }

  /** Whether the name belongs to a gateway or network, which speaks for more than one device. */
  public boolean isGateway(String username) {
    return current(username).stream()
        .flatMap(account -> account.publish().stream())
        .anyMatch(topic -> !topic.startsWith(DEVICES) || topic.contains("+"));
  }

  /**
   * Say what password a station sends with its frames. It is set at the station, short, and goes
   * over the network in clear: it keeps a station that was set up wrong from speaking for another,
   * and no attacker out. It opens nothing on the broker.
   */
  public void stationPassword(DeviceId device, String password) {
    save(stationName(device), password, Set.of(), Set.of());
  }

  /** Forget the password of a station; false when there was none. */
  public boolean forgetStationPassword(DeviceId device) {
    return revoke(stationName(device));
  }

  /** The origin of messages from this station; empty when its password is another one. */
  public Optional<Origin> admit(Station station) {
    boolean welcome =
        holding(stationName(station.device()))
            .map(c -> station.password().filter(said -> matches(c, said)).isPresent())
            .orElse(true);
    return welcome
        ? Optional.of(Origin.of(topic(station.device()) + "/up", station.device()))
        : Optional.empty();
  }

  /** No device has such an id, so no credential of a device is meant. */
  private static String stationName(DeviceId device) {
    return STATION + device;
  }

  private static boolean isStation(String username) {
    return username.startsWith(STATION);
  }

  private String topic(DeviceId device) {
    return DEVICES + "v1/" + tenant + "/" + device;
  }

  private Credentials issue(String username, Set<String> publish, Set<String> subscribe) {
    if (DeviceId.isReserved(username)) {
      throw new IllegalArgumentException(username + " is a name of the town's own");
    }
    return make(username, publish, subscribe);
  }

  private Credentials make(String username, Set<String> publish, Set<String> subscribe) {
    String secret = secret();
    save(username, secret, publish, subscribe);
    return new Credentials(username, secret);
  }

  private void save(String username, String secret, Set<String> publish, Set<String> subscribe) {
    String salt = random(SALT_BYTES);
    transactions.run(
        () ->
            store.save(
                new Credential(
                    username,
                    salt,
                    SecretHash.of(salt, secret),
                    publish,
                    subscribe,
                    clock.instant(),
                    Optional.empty())));
  }

  /**
   * Make a new secret for this town's own connector in a broker of the city's. Shown once; on the
   * embedded broker it is not needed.
   */
  public Credentials issueNode() {
    return make(NODE, CHECKS, Set.of(DEVICES + "v1/+/+/up"));
  }

  /** Whether the town has an account for a broker of the city's. */
  public boolean hasNode() {
    return holding(NODE).isPresent();
  }

  /** Write what a broker of the city's needs to let in exactly those whom the town lets in. */
  public BrokerAccounts accountsFor(BrokerKind kind) {
    List<Credential> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    List<Credential> page;
    do {
      Optional<String> last = after;
      page = transactions.read(() -> store.holding(last, PAGE));
      page.stream().filter(c -> !isStation(c.username())).forEach(all::add);
      after = page.stream().map(Credential::username).reduce((one, next) -> next);
    } while (page.size() == PAGE);
    return kind.accounts(all.stream().map(account -> hearing(account, all)).toList());
  }

  /** The town itself listens to whatever devices and networks may say, and to what it tries out. */
  private static Credential hearing(Credential account, List<Credential> all) {
    if (!account.username().equals(NODE)) {
      return account;
    }
    Set<String> topics = new HashSet<>(account.subscribe());
    topics.addAll(CHECKS);
    all.stream()
        .flatMap(other -> other.publish().stream())
        .filter(topic -> !topic.startsWith(DEVICES))
        .forEach(topics::add);
    return account.subscribing(topics);
  }

  /** Take a credential back; false when there is none that holds. */
  public boolean revoke(String username) {
    return transactions.run(() -> store.revoke(username, clock.instant()));
  }

  @Override
  public Optional<DeviceAccount> authenticate(String username, String password, String clientId) {
    if (username.equals(CONNECTOR)) {
      return SecretHash.same(password, connector.password())
          ? Optional.of(connectorAccount())
          : Optional.empty();
    }
    return holding(username)
        .filter(c -> !isStation(username) && matches(c, password))
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

  private static boolean matches(Credential credential, String secret) {
    return SecretHash.same(SecretHash.of(credential.salt(), secret), credential.hash());
  }

  private static DeviceAccount account(Credential credential) {
    return new DeviceAccount(credential.username(), credential.publish(), credential.subscribe());
  }

  private static DeviceAccount connectorAccount() {
    return new DeviceAccount(CONNECTOR, CHECKS, EVERYTHING);
  }

  private String secret() {
    return random(SECRET_BYTES);
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
