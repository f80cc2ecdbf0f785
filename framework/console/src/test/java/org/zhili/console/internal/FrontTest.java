package org.zhili.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrontTest {
  @Test
  void the_bare_address_leads_to_the_console_wherever_a_proxy_puts_it() throws IOException {
    for (String method : List.of("GET", "HEAD")) {
      assertThat(asked(method, "/"))
          .containsExactly("setStatus 302", "setHeader Location console/");
    }
  }

  @Test
  void of_all_else_it_knows_nothing() throws IOException {
    for (String path : List.of("/nothing", "/index.html", "/api", "//", "/;x", "/console")) {
      assertThat(asked("GET", path)).as(path).containsExactly("sendError 404");
    }
    assertThat(asked("POST", "/")).containsExactly("sendError 404");
  }

  private static List<String> asked(String method, String path) throws IOException {
    Map<String, String> request =
        Map.of("getMethod", method, "getRequestURI", path, "getContextPath", "");
    List<String> answered = new ArrayList<>();
    new Front()
        .service(
            fake(HttpServletRequest.class, (name, arguments) -> request.get(name)),
            fake(
                HttpServletResponse.class,
                (name, arguments) -> {
                  answered.add(name + " " + arguments);
                  return null;
                }));
    return answered;
  }

  private interface Behaviour {
    @Nullable Object of(String name, String arguments);
  }

  private static <T> T fake(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              List<String> words = new ArrayList<>();
              for (Object argument : arguments == null ? new Object[0] : arguments) {
                words.add(argument.toString());
              }
              return behaviour.of(method.getName(), String.join(" ", words));
            }));
  }
}
