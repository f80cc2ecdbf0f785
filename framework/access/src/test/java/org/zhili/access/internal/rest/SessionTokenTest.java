package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cookie is believed where nobody knows what a proxy did. */
class SessionTokenTest {
  private static final Cookie PLAIN = new Cookie("zhili-session", "plain");
  private static final Cookie HOST = new Cookie("__Host-zhili-session", "host");

  @Test
  void a_reader_over_tls_is_believed_by_the_cookie_of_the_host_alone() {
    assertThat(SessionToken.ofReader(request(false, List.of(), PLAIN))).contains("plain");
    assertThat(SessionToken.ofReader(request(false, List.of(), PLAIN, HOST))).contains("host");
    assertThat(SessionToken.ofReader(request(true, List.of(), PLAIN))).isEmpty();
    assertThat(SessionToken.ofReader(request(true, List.of(), PLAIN, HOST))).contains("host");
  }

  @Test
  void a_proxy_that_took_it_over_tls_counts() {
    for (List<String> said : List.of(List.of("https"), List.of("http", "HTTPS, http"))) {
      assertThat(SessionToken.ofReader(request(false, said, PLAIN))).isEmpty();
    }
    assertThat(SessionToken.ofReader(request(false, List.of("http"), PLAIN))).contains("plain");
  }

  private static HttpServletRequest request(boolean secure, List<String> said, Cookie... cookies) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SessionTokenTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isSecure" -> secure;
                  case "getCookies" -> cookies;
                  case "getHeaders" -> Collections.enumeration(said);
                  case "getHeader" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
