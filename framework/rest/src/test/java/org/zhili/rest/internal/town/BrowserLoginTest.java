package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhili.rest.internal.door.Town;

/** Who may do what, with a browser's cookie. */
class BrowserLoginTest extends RealLoginsFixture {
  @Test
  void a_browser_is_known_by_its_cookie_and_changes_things_from_our_pages_alone() {
    String password = access.firstPassword("security");
    choose(login("security", password), password);
    Town.Answer opened = send("POST", "/session/cookie", "", credentials("security", CHOSEN));
    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    assertThat(opened.json().path("token").isMissingNode()).isTrue();
    String[] set = opened.header("Set-Cookie").split("; ");
    assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/");
    Map<String, String> cookie = Map.of("Cookie", set[0]);
    assertThat(send("GET", "/accounts", "", "", cookie).status()).isEqualTo(200);
    assertThat(told(send("POST", "/accounts", "", WANG, cookie))).isEqualTo("403 ZL-3127");
    Map<String, String> ours = Map.of("Cookie", set[0], "X-Requested-With", "console");
    assertThat(send("POST", "/accounts", "", WANG, ours).status()).isEqualTo(201);

    Map<String, String> hers = Map.of("Cookie", set[0], "X-Zhili-Account", "security");
    assertThat(send("GET", "/accounts", "", "", hers).status()).isEqualTo(200);
    Map<String, String> another = Map.of("Cookie", set[0], "X-Zhili-Account", "wei");
    assertThat(told(send("GET", "/accounts", "", "", another))).isEqualTo("401 ZL-3128");

    Town.Answer again =
        send("POST", "/session/cookie", "", credentials("security", CHOSEN), cookie);
    assertThat(send("GET", "/accounts", "", "", cookie).status()).as("rotated").isEqualTo(401);
    cookie = Map.of("Cookie", again.header("Set-Cookie").split("; ")[0]);
    ours = Map.of("Cookie", cookie.getOrDefault("Cookie", ""), "X-Requested-With", "console");
    assertThat(send("GET", "/accounts", "", "", cookie).status()).isEqualTo(200);

    Town.Answer ended = send("DELETE", "/session", "", "", ours);
    assertThat(ended.status()).isEqualTo(204);
    assertThat(ended.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(send("GET", "/accounts", "", "", cookie).status()).isEqualTo(401);
  }
}
