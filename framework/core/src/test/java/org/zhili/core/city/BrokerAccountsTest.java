package org.zhili.core.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.core.store.InMemoryTransactions;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.id.DeviceId;

/** What a broker of the city's is told: who may speak, and on which topics. */
class BrokerAccountsTest {
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final DeviceAccess access =
      new DeviceAccess(
          transactions,
          new InMemoryCredentialStore(transactions),
          InstantSource.fixed(Instant.parse("2026-11-27T08:00:00Z")),
          "demo");

  private final Credentials cover = access.issue(new DeviceId("MC-001"));

  private String file(BrokerKind kind, String name) {
    return access.accountsFor(kind).files().stream()
        .filter(file -> file.name().equals(name))
        .map(BrokerAccounts.File::content)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mosquitto_is_told_the_hash_of_every_account_that_holds() {
    access.issue(new DeviceId("MC-002"));
    access.revoke("MC-002");

    String[] parts = file(BrokerKind.MOSQUITTO, "zhili-passwords").strip().split("[$:]");
    assertThat(parts).hasSize(6).startsWith("MC-001", "", "7", "101");
    String salt = new String(Base64.getDecoder().decode(parts[4]), StandardCharsets.US_ASCII);
    String hash = HexFormat.of().formatHex(Base64.getDecoder().decode(parts[5]));
    assertThat(salt).hasSize(12);
    assertThat(hash).isEqualTo(SecretHash.of(salt, cover.password()));
  }

  @Test
  void mosquitto_keeps_each_account_to_its_topics() {
    access.issueGateway("gateway");
    access.issueNode();

    assertThat(file(BrokerKind.MOSQUITTO, "zhili-acl"))
        .contains("user MC-001\ntopic write zhili/v1/demo/MC-001/up\n")
        .contains("topic read zhili/v1/demo/MC-001/down\n\n")
        .contains("user gateway\ntopic write zhili/v1/demo/+/up\n\n")
        .contains("user zhili-node\ntopic write zhili/check/#\n")
        .contains("\ntopic read zhili/check/#\ntopic read zhili/v1/+/+/up\n\n");
  }

  @Test
  void the_town_may_hear_what_networks_say_and_its_name_is_its_own() {
    access.issueNetwork("chirpstack", Set.of("application/#"));
    access.issueNode();

    assertThat(file(BrokerKind.MOSQUITTO, "zhili-acl"))
        .contains("\ntopic read application/#\ntopic read zhili/check/#\n");
    assertThatThrownBy(() -> access.issueGateway("zhili-node"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> access.issue(new DeviceId("zhili-node")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> access.issueNetwork("zhili-node", Set.of("application/#")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void devices_made_for_a_platform_own_the_topics_they_know() {
    access.issueNetwork("cover_7", Set.of("$oc/devices/cover_7/#"));
    access.issueNetwork("cover7", Set.of("/sys/a1/cover7/thing/event/property/post"));
    access.issueNode();

    assertThat(file(BrokerKind.MOSQUITTO, "zhili-acl"))
        .contains("user cover_7\ntopic write $oc/devices/cover_7/#\n\n")
        .contains("user cover7\ntopic write /sys/a1/cover7/thing/event/property/post\n\n")
        .contains(
            """
            user zhili-node
            topic write zhili/check/#
            topic read $oc/devices/cover_7/#
            topic read /sys/a1/cover7/thing/event/property/post
            """);
    for (String topic : List.of("$oc/#", "$oc/devices/+/#", "$SYS/#", "/sys/#", "/sys/a1/+/x")) {
      assertThatThrownBy(() -> access.issueNetwork("x", Set.of(topic)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void mosquitto_is_spared_a_name_that_would_spoil_its_password_file() {
    access.issue(new DeviceId("a:b"));

    assertThat(access.accountsFor(BrokerKind.MOSQUITTO).leftOut()).containsExactly("a:b");
    assertThat(file(BrokerKind.MOSQUITTO, "zhili-passwords")).doesNotContain("a:b");
    assertThat(file(BrokerKind.MOSQUITTO, "zhili-acl")).doesNotContain("a:b");
    assertThat(file(BrokerKind.EMQX, "zhili-users.csv")).contains("\na:b,");
  }

  @Test
  void emqx_is_told_accounts_to_import_and_denies_the_rest() {
    access.issueNode();

    String[] lines = file(BrokerKind.EMQX, "zhili-users.csv").split("\n");
    assertThat(lines).hasSize(3).startsWith("user_id,password_hash,salt,is_superuser");
    String[] user = lines[1].split(",");
    assertThat(user[0]).isEqualTo("MC-001");
    assertThat(user[1]).isEqualTo(SecretHash.of(user[2], cover.password()));
    assertThat(user[3]).isEqualTo("false");
    assertThat(file(BrokerKind.EMQX, "zhili-acl.conf"))
        .isEqualTo(
            """
            {allow, {'and', [{username, "MC-001"}, {clientid, "MC-001"}]}, publish, \
            ["zhili/v1/demo/MC-001/up"]}.
            {allow, {'and', [{username, "MC-001"}, {clientid, "MC-001"}]}, subscribe, \
            ["zhili/v1/demo/MC-001/down"]}.
            {allow, {username, "zhili-node"}, publish, ["zhili/check/#"]}.
            {allow, {username, "zhili-node"}, subscribe, ["zhili/check/#", "zhili/v1/+/+/up"]}.
            {deny, all}.
            """);
  }

  @Test
  void more_accounts_than_a_page_are_all_there() {
    for (int i = 0; i < 2_000; i++) {
      access.issue(new DeviceId("D-" + i));
    }

    assertThat(file(BrokerKind.MOSQUITTO, "zhili-passwords").lines()).hasSize(2_001);
  }

  @Test
  void the_hash_is_the_one_others_compute() {
    // made with Python: hashlib.pbkdf2_hmac("sha512", b"secret", b"0123456789ab", 101).hex()
    assertThat(SecretHash.of("0123456789ab", "secret"))
        .isEqualTo(
            "10efe52e591e52022205a4bc1bc50ad1930fd6ee74f1303b4e5f80749d5c12c9"
                + "a56c6c843c011112ba5fabce23d647a9212b3453399c74be2e720676ba87717d");
  }
}
