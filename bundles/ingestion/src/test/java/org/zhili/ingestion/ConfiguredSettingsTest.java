package org.zhili.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.text.Language;
import org.zhili.text.Words;

class ConfiguredSettingsTest {
  @Test
  void nothing_configured_is_the_embedded_broker() {
    var configured = sound(new Configured());

    assertThat(configured.settings()).isEqualTo(MqttSettings.DEFAULT);
    assertThat(configured.login()).isEmpty();
  }

  @Test
  void what_is_configured_is_used() {
    var configured =
        sound(
            new Configured()
                .with("uri", " ssl://broker.example:8883 ")
                .with("clientId", "node-2")
                .with("user", "zhili")
                .with("password", "secret")
                .with("topics", new String[] {"a/+/up, b/#", "c"})
                .with("shareGroup", "city")
                .with("connections", 2)
                .with("keepAliveSeconds", 60));

    assertThat(configured.login()).contains(new Credentials("zhili", "secret"));
    assertThat(configured.settings().broker().uri()).isEqualTo("ssl://broker.example:8883");
    assertThat(configured.settings().session().clientIds()).containsExactly("node-2", "node-2-2");
    assertThat(configured.settings().session().keepAlive()).hasSeconds(60);
    assertThat(configured.settings().intake().filters())
        .containsExactly("$share/city/a/+/up", "$share/city/b/#", "$share/city/c");
  }

  @ParameterizedTest
  @CsvSource({
    "uri, localhost:1883, ZL-4101",
    "uri, http://localhost:1883, ZL-4101",
    "uri, tcp://localhost, ZL-4101",
    "uri, tcp://localhost:70000, ZL-4101",
    "uri, tcp://user:word@localhost:1883, ZL-4101",
    "uri, tcp://localhost:1883/path, ZL-4101",
    "uri, tcp://local host:1883, ZL-4101",
    "uri, '', ZL-4101",
    "clientId, '', ZL-4102",
    "clientId, 节点, ZL-4102",
    "clientId, a/b, ZL-4102",
    "shareGroup, a/b, ZL-4104",
    "trustedCertificates, no/such/file.pem, ZL-4107"
  })
  void a_wrong_text_is_told_with_its_code(String name, String value, String code) {
    assertThat(fault(new Configured().with(name, value)))
        .startsWith(code)
        .contains(name.equals("trustedCertificates") ? value : "\"" + value + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a+/b", "$share/g/a", "a,,b"})
  void a_wrong_topic_is_told(String topic) {
    assertThat(fault(new Configured().with("topics", new String[] {topic}))).startsWith("ZL-4103");
  }

  @ParameterizedTest
  @CsvSource({
    "connections, 0",
    "connections, 17",
    "receiveMaximum, 0",
    "receiveMaximum, 65536",
    "maximumPacketBytes, 1023",
    "keepAliveSeconds, 4",
    "sessionExpirySeconds, 59",
    "sessionExpirySeconds, 2592001"
  })
  void a_number_out_of_range_is_told(String name, int value) {
    assertThat(fault(new Configured().with(name, value)))
        .startsWith("ZL-4105")
        .contains("Setting " + name + " is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connections", "keepAliveSeconds", "topics", "uri"})
  void a_value_of_the_wrong_type_is_told(String name) {
    assertThat(fault(new Configured().with(name, new Object())))
        .startsWith("ZL-4106")
        .contains("Setting " + name + " has no usable value", "配置项 " + name + " 没有可用的值");
  }

  @Test
  void connections_that_share_need_a_group() {
    assertThat(fault(new Configured().with("connections", 2))).startsWith("ZL-4108");
  }

  @Test
  void a_file_without_certificates_is_told(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("empty.pem"), "\n");

    assertThat(fault(new Configured().with("trustedCertificates", file.toString())))
        .startsWith("ZL-4107");
  }

  @Test
  void a_changed_group_leaves_the_old_subscriptions_behind() {
    var alone = new MqttSettings.Intake(List.of("a", "b"), Optional.empty(), 1, 1_024);
    var shared = new MqttSettings.Intake(List.of("b"), Optional.of("g"), 1, 1_024);

    assertThat(shared.outdated(alone)).containsExactly("a", "b");
    assertThat(alone.outdated(shared)).containsExactly("$share/g/b");
    assertThat(shared.outdated(shared))
        .as("a node that shares now and did not before")
        .contains("b");
    assertThat(alone.outdated(alone)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.Code.class)
  void every_fault_has_words_in_both_languages(Fault.Code code) {
    String line = Fault.of(code, "one", "two", "three", "four").line();

    assertThat(line).matches("ZL-41\\d\\d .*[\\u4e00-\\u9fff].*。 / [A-Z][ -~]*\\.");
    assertThat(line).contains("one").doesNotContain("{");
  }

  @Test
  void there_are_no_words_without_a_fault() {
    var words = Words.beside(Fault.class);

    for (Language language : Language.values()) {
      assertThat(words.keys(language).stream().filter(key -> !isOfTheModule(key)))
          .hasSameSizeAs(Arrays.asList(Fault.Code.values()));
    }
  }

  /** What the module says of itself and of brokers it has checked. */
  private static boolean isOfTheModule(String key) {
    return key.equals("ingestion.name") || key.startsWith("ingestion.check.");
  }

  private static ConfiguredSettings sound(Configured configuration) {
    return ((ConfiguredSettings.Reading.Sound) ConfiguredSettings.read(configuration.get()))
        .configured();
  }

  private static String fault(Configured configuration) {
    return ((ConfiguredSettings.Reading.Faulty) ConfiguredSettings.read(configuration.get()))
        .fault()
        .line();
  }
}
