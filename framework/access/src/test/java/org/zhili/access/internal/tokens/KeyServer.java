package org.zhili.access.internal.tokens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Where an identity provider publishes its keys, over TLS on this machine. */
final class KeyServer implements AutoCloseable {
  private static final char[] PASSWORD = "for tests only".toCharArray();

  private final HttpsServer server;
  private final SSLContext tls;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String keys = "";
  private volatile String elsewhere = "/elsewhere";
  private volatile int status = 200;
  private volatile CountDownLatch held = new CountDownLatch(0);

  KeyServer(SSLContext tls) throws IOException {
    this.tls = tls;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/keys", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    hold();
    byte[] body = keys.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", elsewhere);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  URI place() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  /** One that trusts this server. */
  HttpClient client() {
    return KeyPlace.client().sslContext(tls).build();
  }

  /** Answer so from now on. */
  void answer(int with, String text) {
    status = with;
    keys = text;
  }

  /** Send whoever asks on to this address. */
  void sendOn(URI to) {
    elsewhere = to.toString();
    answer(302, "");
  }

  /** Answer nobody until the latch is opened. */
  void hold(CountDownLatch until) {
    held = until;
  }

  private void hold() throws IOException {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  int asked() {
    return asked.get();
  }

  /** A certificate of this machine's, which it also trusts. */
  static SSLContext tls(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    String password = new String(PASSWORD);
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                password,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream kept = Files.newInputStream(file)) {
      store.load(kept, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store, PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, PASSWORD);
    known.setCertificateEntry("it", store.getCertificate("it"));
    trusted.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
