package org.zhili.access.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhili.access.internal.tokens.TestProvider.set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that change, go away and are asked for no more often than is good. */
class KeyRingTest {
  private static final RSAKey FIRST = TestProvider.key("first");
  private static final RSAKey SECOND = TestProvider.key("second");
  private static final Set<String> HERE = Set.of("127.0.0.1");

  @SuppressWarnings("NullAway.Init")
  private static SSLContext tls;

  private final AtomicLong nanos = new AtomicLong();
  private KeyServer server;
  private KeyRing ring;

  @BeforeAll
  static void certify(@TempDir Path folder) throws Exception {
    tls = KeyServer.tls(folder.resolve("tls.p12"));
  }

  @BeforeEach
  void start() throws Exception {
    server = new KeyServer(tls);
    server.answer(200, set(FIRST.toPublicJWK()));
    ring = new KeyRing(place(server.place(), HERE), nanos::get);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_new_key_is_found_when_a_token_names_it_but_not_more_often_than_every_half_a_minute() {
    assertThat(keys("first")).isEqualTo(1);
    assertThat(keys("second")).isZero();
    server.answer(200, set(SECOND.toPublicJWK()));
    assertThat(keys("second")).isZero();
    assertThat(server.asked()).isEqualTo(1);

    pass(KeyRing.BETWEEN);
    assertThat(keys("second")).isEqualTo(1);
    assertThat(keys("first")).as("it is gone").isZero();
    for (int i = 0; i < 1000; i++) {
      assertThat(keys("made-up-" + i)).isZero();
    }
    assertThat(server.asked()).isEqualTo(2);
  }

  @Test
  void while_the_provider_is_away_the_keys_that_are_known_stay_good() {
    assertThat(keys("first")).isEqualTo(1);
    server.answer(503, "");
    pass(KeyRing.STALE);
    assertThat(keys("first")).isEqualTo(1);
    assertThat(keys("made up, which waits")).isZero();
    assertThat(keys("first")).isEqualTo(1);
    assertThat(server.asked()).isEqualTo(2);

    server.answer(200, set(SECOND.toPublicJWK()));
    pass(KeyRing.BETWEEN);
    assertThat(keys("made up, which waits")).isZero();
    assertThat(keys("first")).as("taken away by the provider").isZero();
  }

  @Test
  void while_the_provider_is_slow_nobody_waits_whose_key_is_known() {
    assertThat(keys("first")).isEqualTo(1);
    CountDownLatch answered = new CountDownLatch(1);
    server.hold(answered);
    pass(KeyRing.STALE);
    try {
      assertThat(keys("first")).as("whoever comes first").isEqualTo(1);
      while (server.asked() < 2) {
        Thread.onSpinWait();
      }
      assertThat(keys("first")).as("and then").isEqualTo(1);
    } finally {
      answered.countDown();
    }
  }

  @Test
  void tokens_made_up_hold_a_few_threads_while_the_provider_is_slow_and_no_more() throws Exception {
    assertThat(keys("first")).isEqualTo(1);
    CountDownLatch answered = new CountDownLatch(1);
    server.hold(answered);
    server.answer(200, set(SECOND.toPublicJWK()));
    pass(KeyRing.BETWEEN);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      CompletionService<Integer> asking = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < 50; i++) {
        asking.submit(() -> keys("second"));
      }
      for (int i = 0; i < 46; i++) {
        assertThat(asking.take().get()).as("told at once").isZero();
      }
      assertThat(asking.poll()).as("the few who wait").isNull();
      answered.countDown();
      for (int i = 0; i < 4; i++) {
        assertThat(asking.take().get()).isEqualTo(1);
      }
    } finally {
      answered.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void without_any_keys_there_is_no_answer_until_the_provider_comes() {
    server.answer(200, "no keys");
    assertThat(ring.keys(header("first"))).isEmpty();
    server.answer(200, set(FIRST.toPublicJWK()));
    assertThat(ring.keys(header("first"))).isEmpty();
    pass(KeyRing.BETWEEN);
    assertThat(keys("first")).isEqualTo(1);
  }

  @Test
  void nobody_is_sent_on_and_no_more_is_read_than_keys_need() throws Exception {
    try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
      elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      elsewhere.configureBlocking(false);
      int port = elsewhere.socket().getLocalPort();
      server.sendOn(URI.create("https://127.0.0.1:" + port + "/keys"));
      assertThatThrownBy(() -> place(server.place(), HERE).read())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("302");
      assertThat(elsewhere.accept()).as("nobody connected").isNull();
    }
    server.answer(200, "x".repeat(300 * 1024));
    assertThatThrownBy(() -> place(server.place(), HERE).read()).isInstanceOf(IOException.class);
  }

  @Test
  void this_machine_is_asked_only_when_the_settings_name_it() {
    assertThatThrownBy(() -> place(server.place(), Set.of("id.example")).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not asked");
    assertThat(server.asked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/keys",
        "https://127.1.2.3/keys",
        "https://2130706433/keys",
        "https://[::1]/keys",
        "https://[::ffff:127.0.0.1]/keys",
        "https://0.0.0.0/keys",
        "https://[::]/keys",
        "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/keys",
        "https://100.100.100.200/latest/meta-data",
        "https://224.0.0.1/keys",
        "http://127.0.0.1/keys"
      })
  void what_may_tell_a_machines_secrets_is_not_asked(String place) {
    assertThatThrownBy(() -> place(URI.create(place), Set.of()).read())
        .isInstanceOf(IOException.class)
        .message()
        .containsAnyOf("not asked", "neither a file nor https");
  }

  private KeyPlace place(URI at, Set<String> near) {
    return new KeyPlace(at, near, server.client());
  }

  private int keys(String id) {
    return ring.keys(header(id)).orElseThrow().size();
  }

  private static JWSHeader header(String id) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
