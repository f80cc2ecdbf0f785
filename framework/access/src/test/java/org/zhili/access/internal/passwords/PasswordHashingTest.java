package org.zhili.access.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;

class PasswordHashingTest {
  private final PasswordHashing hashing = new PasswordHashing(new Cost(64, 1, 1));

  /** From the test vectors of the reference implementation. */
  @Test
  void a_hash_made_elsewhere_is_understood() {
    String known =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(hashing.matches("password", known)).isTrue();
    assertThat(hashing.matches("Password", known)).isFalse();
  }

  @Test
  void only_the_same_password_fits_and_no_two_hashes_are_alike() {
    String hash = hashing.hash("correct horse");
    assertThat(hashing.matches("correct horse", hash)).isTrue();
    assertThat(hashing.matches("correct horse ", hash)).isFalse();
    assertThat(hashing.matches("", hash)).isFalse();
    assertThat(hashing.hash("correct horse")).isNotEqualTo(hash);
    assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("horse");
  }

  @Test
  void the_same_signs_typed_in_another_way_are_the_same_password() {
    String hash = hashing.hash("caf\u00e9 密码 １２３");
    assertThat(hashing.matches("cafe\u0301 密码 123", hash)).isTrue();
  }

  @Test
  void a_hash_of_another_cost_stays_good_and_is_known_to_be_outdated() {
    PasswordHashing dearer = new PasswordHashing(new Cost(128, 2, 1));
    String hash = hashing.hash("correct horse");
    assertThat(dearer.matches("correct horse", hash)).isTrue();
    assertThat(dearer.outdated(hash)).isTrue();
    assertThat(hashing.outdated(hash)).isFalse();
  }

  @Test
  void the_usual_cost_is_no_less_than_owasp_asks_for() {
    assertThat(Cost.DEFAULT.memoryKib()).isGreaterThanOrEqualTo(19_456);
    assertThat(Cost.DEFAULT.passes()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void what_is_no_hash_is_an_error_and_not_a_wrong_password() {
    assertThatThrownBy(() -> hashing.matches("x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
