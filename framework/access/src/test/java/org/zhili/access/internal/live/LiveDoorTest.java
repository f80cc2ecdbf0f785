package org.zhili.access.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.access.internal.TestAccess.HERE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.tokens.TestProvider;
import org.zhili.core.plugin.Registration;
import org.zhili.resources.live.LiveFeed;
import org.zhili.resources.live.Notice;
import org.zhili.resources.security.Audit;

/** Who comes for a line by a token of the city's identity provider. */
class LiveDoorTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private TestAccess access;
  private AccessDesk desk;
  private TestProvider provider;
  private LiveDoor door;
  private final List<String> passedOn = new ArrayList<>();

  private static final class Feed implements LiveFeed {
    @Override
    public Optional<Registration> listen(Viewer viewer, Consumer<Notice> line) {
      return Optional.of(() -> {});
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    provider = new TestProvider(folder);
    desk.tokens().trust(Optional.of(provider.provider()));
    TestAccess.account(desk, "olivia", "correct horse", Role.OPERATOR);
    access.pass(Duration.ofSeconds(1));
    door = new LiveDoor(desk);
    door.setFeed(new Feed());
  }

  @AfterEach
  void close() {
    door.close();
    access.close();
  }

  @Test
  void a_token_that_only_ever_follows_is_in_the_audit_once() throws Exception {
    String token = provider.token("olivia", TestProvider.NOW.plusSeconds(1));
    assertThat(audited(token, token))
        .singleElement()
        .asString()
        .contains("by=\"olivia\" action=login subject=\"" + HERE + "\" detail=\"token ");
    assertThat(passedOn).as("it has its lines").isEmpty();
  }

  @Test
  void one_that_is_refused_is_written_down_where_it_is_told() throws Exception {
    assertThat(audited(provider.token("nobody"))).isEmpty();
    assertThat(passedOn).containsExactly("GET");
  }

  @Test
  void a_password_must_be_chosen_first_but_not_by_who_comes_with_a_token() throws Exception {
    String oneTime = desk.accounts().reset("olivia").orElseThrow().password();
    door.doFilter(request(TestAccess.login(desk, "olivia", oneTime).token()), response(), chain());
    assertThat(passedOn).containsExactly("GET");
    String token = provider.token("olivia", TestProvider.NOW.plusSeconds(2));
    access.pass(Duration.ofSeconds(1));
    door.doFilter(request(token), response(), chain());
    assertThat(passedOn).as("it has its line").hasSize(1);
  }

  private List<String> audited(String... tokens) throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      for (String token : tokens) {
        door.doFilter(request(token), response(), chain());
      }
    } finally {
      System.setErr(before);
    }
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(Audit.NAME))
        .toList();
  }

  private FilterChain chain() {
    return (request, response) -> passedOn.add(((HttpServletRequest) request).getMethod());
  }

  private static HttpServletRequest request(String token) {
    Browser browser = new Browser(1000);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LiveDoorTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> "GET";
                  case "getHeader" -> "Bearer " + token;
                  case "getRemoteAddr" -> HERE;
                  case "startAsync" -> browser.context();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            LiveDoorTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) ->
                method.getName().equals("getOutputStream") ? new Browser(1000) : null);
  }
}
