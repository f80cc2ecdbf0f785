package org.zhili.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.access.internal.tokens.Provider;
import org.zhili.access.internal.tokens.Provider.Link;

/** What is made of the settings of an identity provider. */
class ProviderSettingsTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "oidcIssuer", "https://id.example/city",
          "oidcAudience", "zhili",
          "oidcKeys", "https://id.example/city/certs",
          "oidcNearHosts", "ID.example, localhost");

  @Test
  void without_an_issuer_nobodys_tokens_are_taken() {
    assertThat(read(Map.of())).isNull();
    assertThat(read(Map.of("oidcIssuer", " ", "oidcKeys", "nonsense"))).isNull();
  }

  @Test
  void sound_settings_are_taken_as_they_are() {
    assertThat(read(SOUND))
        .isEqualTo(
            new Provider(
                "https://id.example/city",
                "zhili",
                URI.create("https://id.example/city/certs"),
                "preferred_username",
                Link.NAME,
                Set.of("id.example", "localhost")));
  }

  @ParameterizedTest
  @CsvSource({
    "oidcKeys, http://id.example/certs",
    "oidcKeys, ftp://id.example/certs",
    "oidcKeys, https:///certs",
    "oidcKeys, https://wang:secret@id.example/certs",
    "oidcKeys, etc/keys.json",
    "oidcKeys, file:keys.json",
    "oidcKeys, jar:file:/x.jar!/keys",
    "oidcKeys, '{'",
    "oidcKeys, ''",
    "oidcAudience, ''",
    "oidcLink, both",
    "oidcAccountClaim, ' '"
  })
  void with_a_wrong_one_nobodys_tokens_are_taken(String name, String value) {
    Map<String, String> wrong = new HashMap<>(SOUND);
    wrong.put(name, value);
    assertThat(read(wrong)).isNull();
  }

  @Test
  void subjects_alone_will_do() {
    Map<String, String> subjects = new HashMap<>(SOUND);
    subjects.put("oidcLink", "subject ");
    assertThat(read(subjects)).extracting(Provider::link).isEqualTo(Link.SUBJECT);
  }

  @Test
  void a_file_will_do() {
    Map<String, String> file = new HashMap<>(SOUND);
    file.put("oidcKeys", "file:///opt/town/etc/keys.json");
    assertThat(read(file)).isNotNull();
  }

  private static @Nullable Provider read(Map<String, String> values) {
    AccessConfiguration configuration =
        (AccessConfiguration)
            Proxy.newProxyInstance(
                AccessConfiguration.class.getClassLoader(),
                new Class<?>[] {AccessConfiguration.class},
                (proxy, method, arguments) ->
                    values.containsKey(method.getName())
                        ? values.get(method.getName())
                        : method.getDefaultValue());
    return ProviderSettings.read(configuration).orElse(null);
  }
}
