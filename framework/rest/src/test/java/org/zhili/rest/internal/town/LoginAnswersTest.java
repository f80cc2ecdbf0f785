package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhili.rest.internal.door.Town;

/**
 * What an answer tells whoever guesses: nothing of whether there is an account, or how it stands.
 */
class LoginAnswersTest extends RealLoginsFixture {
  /** Right passwords of one that is locked among them. */
  private List<String> guesses = List.of();

  @BeforeEach
  void lockOne() {
    String given = access.firstPassword("security");
    String security = login("security", given);
    choose(security, given);
    String password = password(send("POST", "/accounts", security, WANG));
    assertThat(send("PUT", "/accounts/wang/lock", security, "").status()).isEqualTo(204);
    guesses =
        List.of(
            credentials("nobody-here", "a guess"),
            credentials("operator", "a guess"),
            credentials("wang", password));
  }

  @Test
  void unknown_locked_and_wrong_are_answered_the_same_to_the_letter() {
    assertThat(guesses.stream().map(guess -> answered("/session", guess)).distinct()).hasSize(1);
    assertThat(guesses.stream().map(guess -> answered("/session/cookie", guess)).distinct())
        .hasSize(1);
    assertThat(told(send("POST", "/session", "", guesses.get(0)))).isEqualTo("401 ZL-3101");
  }

  @Test
  void who_has_to_wait_is_told_the_same_after_as_many_tries_whatever_the_name() {
    for (String guess : guesses) {
      for (int i = 0; i < 5; i++) {
        assertThat(told(send("POST", "/session", "", guess))).isEqualTo("401 ZL-3101");
      }
    }
    assertThat(guesses.stream().map(guess -> answered("/session", guess)).distinct()).hasSize(1);
    assertThat(told(send("POST", "/session", "", guesses.get(0)))).isEqualTo("429 ZL-3102");
  }

  /** Status, headers and body; the time of day is nobody's secret. */
  private String answered(String path, String credentials) {
    Town.Answer answer = send("POST", path, "", credentials);
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    assertThat(headers).containsKeys("content-type", "cache-control");
    return answer.status() + " " + headers + " " + answer.body();
  }
}
