package org.zhili.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.junit.jupiter.api.Test;
import org.zhili.broker.internal.door.Login;
import org.zhili.broker.internal.door.RefusalLog;
import org.zhili.broker.internal.topic.Rights;
import org.zhili.device.DeviceAccount;

class ArtemisSecurityTest {
  private final ArtemisSecurity security = new ArtemisSecurity(topic -> true, new RefusalLog());

  @Test
  void of_a_thousand_devices_and_topics_only_its_own_are_accepted() {
    Random random = new Random(20_261_123);
    int own = 0;
    for (int i = 0; i < 1_000; i++) {
      int device = random.nextInt(20);
      int victim = random.nextInt(20);
      String topic = topic(victim, random);
      boolean accepted = may(device, CheckType.SEND, topic);
      boolean expected = topic.equals(FakeAccounts.up(id(device)));
      assertThat(accepted).as("%s publishes %s", id(device), topic).isEqualTo(expected);
      own += expected ? 1 : 0;
    }
    assertThat(own).as("the sample holds honest messages too").isPositive();
  }

  @Test
  void of_a_thousand_queues_a_device_uses_only_its_own() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      int device = random.nextInt(20);
      String filter =
          List.of(FakeAccounts.down(id(random.nextInt(20))), "zhili/v1/+/+/up", "#", "zhili/#")
              .get(random.nextInt(4));
      String queue = id(random.nextInt(20)) + "." + filter;
      boolean mine =
          filter.equals(FakeAccounts.down(id(device))) && queue.startsWith(id(device) + ".");
      for (CheckType check :
          List.of(
              CheckType.CONSUME, CheckType.CREATE_DURABLE_QUEUE, CheckType.DELETE_DURABLE_QUEUE)) {
        assertThat(may(device, check, filter + "::" + queue))
            .as("%s %s", id(device), queue)
            .isEqualTo(mine);
      }
    }
  }

  @Test
  void nobody_manages_or_browses() {
    for (CheckType check :
        EnumSet.of(
            CheckType.MANAGE,
            CheckType.BROWSE,
            CheckType.VIEW,
            CheckType.EDIT,
            CheckType.DELETE_ADDRESS)) {
      assertThat(may(1, check, FakeAccounts.up(id(1)))).isFalse();
    }
  }

  @Test
  void the_connector_tidies_up_where_it_publishes_and_nowhere_else() {
    DeviceAccount account = new DeviceAccount("town", Set.of("zhili/check/#"), Set.of("#"));
    Subject town =
        new Login("town", "check-1", true, Rights.ofConnector(account, "check-1")).subject();
    assertThat(security.authorize(town, Set.of(), CheckType.DELETE_ADDRESS, "zhili/check/1/echo"))
        .isTrue();
    assertThat(security.authorize(town, Set.of(), CheckType.DELETE_ADDRESS, FakeAccounts.up(id(1))))
        .isFalse();
  }

  @Test
  void a_subject_that_did_not_come_through_the_door_may_nothing() {
    assertThat(security.authorize(new Subject(), Set.of(), CheckType.SEND, FakeAccounts.up("x")))
        .isFalse();
    assertThat(security.authorize(null, Set.of(), CheckType.SEND, FakeAccounts.up("x"))).isFalse();
    assertThat(security.authenticate("x", FakeAccounts.password("x"), null, null)).isNull();
  }

  @Test
  void what_nobody_hears_is_not_accepted() {
    ArtemisSecurity deaf = new ArtemisSecurity(topic -> false, new RefusalLog());
    Subject subject = login(1).subject();
    assertThat(deaf.authorize(subject, Set.of(), CheckType.SEND, FakeAccounts.up(id(1)))).isFalse();
  }

  private boolean may(int device, CheckType check, String address) {
    return security.authorize(login(device).subject(), Set.of(), check, address);
  }

  private static Login login(int device) {
    String id = id(device);
    DeviceAccount account =
        new DeviceAccount(id, Set.of(FakeAccounts.up(id)), Set.of(FakeAccounts.down(id)));
    return new Login(id, id, false, Rights.of(account, id));
  }

  private static String id(int device) {
    return "MC-" + device;
  }

  /** A victim's topic, as it is or bent a little. */
  private static String topic(int victim, Random random) {
    String up = FakeAccounts.up(id(victim));
    List<String> bent =
        List.of(
            up,
            up,
            up.replace('/', '.'),
            up + "/",
            "/" + up,
            up.replace("demo", "+"),
            "zhili/v1/#",
            up.toUpperCase(java.util.Locale.ROOT),
            up + "::" + id(victim),
            FakeAccounts.down(id(victim)),
            up.replace("MC-", "MC%2D"),
            "zhili/v1/demo/../demo/" + id(victim) + "/up",
            up + IntStream.range(0, 3).mapToObj(i -> "/x").reduce("", String::concat));
    return bent.get(random.nextInt(bent.size()));
  }
}
