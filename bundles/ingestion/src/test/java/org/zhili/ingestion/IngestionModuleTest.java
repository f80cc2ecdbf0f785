package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.device.DeviceAccount;
import org.zhili.device.DeviceAccounts;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.module.Contribution;
import org.zhili.module.Reply;
import org.zhili.text.Text;
import org.zhili.text.Words;

class IngestionModuleTest {
  private static final DeviceAccounts ACCOUNTS =
      new DeviceAccounts() {
        @Override
        public Optional<DeviceAccount> authenticate(String name, String password, String client) {
          return Optional.empty();
        }

        @Override
        public Optional<DeviceAccount> current(String username) {
          return Optional.empty();
        }

        @Override
        public Credentials connector() {
          return new Credentials("connector", "secret");
        }
      };

  private static Reply check(Configured settings, String... words) {
    IngestionModule module = new IngestionModule(ACCOUNTS, settings.get());
    Contribution.Command command = (Contribution.Command) module.contributions().get(0);
    assertThat(command.name()).isEqualTo("broker-check");
    return command.shell().run(List.of(words));
  }

  private static String key(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Failed.class);
    Text said = reply.lines().get(0);
    assertThat(Words.beside(IngestionModule.class).knows(said.key())).isTrue();
    return said.key();
  }

  private static Configured nobodyAt() {
    return new Configured().with("uri", "tcp://127.0.0.1:" + TestBroker.freePort());
  }

  @Test
  void it_says_who_it_is_in_both_languages() {
    IngestionModule module = new IngestionModule(ACCOUNTS, new Configured().get());
    Words words = Words.beside(IngestionModule.class);
    assertThat(words.knows(module.info().name().key())).isTrue();
    assertThat(words.knows("ingestion.check.help")).isTrue();
    assertThat(module.contributions()).isEqualTo(module.contributions());
  }

  @Test
  void without_options_the_towns_own_broker_is_checked() {
    Configured settings = nobodyAt();
    Reply reply = check(settings);
    assertThat(key(reply)).isEqualTo("ingestion.check.unreachable");
    assertThat(reply.lines().get(0).arguments()).contains(settings.get().uri());
  }

  @Test
  void a_town_without_OSGi_checks_the_broker_of_its_connector() {
    IngestionModule module = IngestionModule.of(MqttSettings.DEFAULT, ACCOUNTS::connector);
    Contribution.Command command = (Contribution.Command) module.contributions().get(0);
    String uri = nobodyAt().get().uri();
    assertThat(key(command.shell().run(List.of("--uri", uri))))
        .isEqualTo("ingestion.check.unreachable");
  }

  @Test
  void another_broker_may_be_named() {
    String uri = nobodyAt().get().uri();
    Reply reply = check(new Configured(), "--uri", uri, "--user", "u", "--password", "p");
    assertThat(reply.lines().get(0).arguments()).contains(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--uri", "--host x", "tcp://x:1", "--password p", "--uri a --uri b"})
  void what_makes_no_sense_is_answered_with_the_usage(String words) {
    assertThat(key(check(new Configured(), words.split(" ", -1))))
        .isEqualTo("ingestion.check.usage");
  }

  @Test
  void settings_that_are_wrong_are_told() {
    assertThat(key(check(new Configured().with("uri", "nonsense"))))
        .isEqualTo("ingestion.broker-uri");
    assertThat(key(check(new Configured(), "--uri", "nonsense"))).isEqualTo("ingestion.broker-uri");
  }

  @Test
  void a_town_that_would_hear_the_check_is_not_disturbed() {
    Reply reply = check(nobodyAt().with("topics", new String[] {"a/#", "zhili/#"}));
    assertThat(key(reply)).isEqualTo("ingestion.check.heard");
    assertThat(reply.lines().get(0).arguments()).contains("zhili/#");
  }

  @Test
  void another_broker_is_not_told_the_towns_secret() {
    assertThat(CheckOptions.of(List.of("--uri", "tcp://x:1")).orElseThrow().login()).isEmpty();
    assertThat(CheckOptions.of(List.of("--user", "u")).orElseThrow().login())
        .contains(new Credentials("u", ""));
  }
}
