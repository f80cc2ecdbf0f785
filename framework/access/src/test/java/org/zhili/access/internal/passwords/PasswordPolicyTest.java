package org.zhili.access.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.access.internal.passwords.PasswordPolicy.Weakness;

class PasswordPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "'', TOO_SHORT",
    "ninesigns, TOO_SHORT",
    "九个汉字不够长啊呀, TOO_SHORT",
    "my-OLIVIA-2026, LIKE_THE_NAME",
    "Password2026!, COMMON",
    "12345678900, COMMON",
    "88888888abcd, COMMON",
    "abababababab, TOO_FEW_SIGNS"
  })
  void weak_passwords_are_told_why(String password, Weakness weakness) {
    assertThat(PasswordPolicy.judge("olivia", password)).contains(weakness);
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "井盖都要扶正才算结案呀", "x7#kQ2pL9w"})
  void a_password_of_some_length_is_good(String password) {
    assertThat(PasswordPolicy.judge("olivia", password)).isEmpty();
  }

  @Test
  void a_password_longer_than_anybody_types_is_refused() {
    assertThat(PasswordPolicy.judge("olivia", "abcdefghi ".repeat(13))).contains(Weakness.TOO_LONG);
  }

  @Test
  void made_up_passwords_are_all_different_and_strong() {
    Secrets secrets = new Secrets();
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String password = secrets.oneTimePassword();
      assertThat(password).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
      assertThat(PasswordPolicy.judge("admin", password)).isEqualTo(Optional.empty());
      made.add(password);
    }
    assertThat(made).hasSize(500);
  }

  @Test
  void tokens_have_256_bits() {
    Secrets secrets = new Secrets();
    assertThat(secrets.token()).hasSize(43).isNotEqualTo(secrets.token());
    assertThat(Secrets.fingerprint("a")).hasSize(64).isNotEqualTo(Secrets.fingerprint("b"));
  }
}
