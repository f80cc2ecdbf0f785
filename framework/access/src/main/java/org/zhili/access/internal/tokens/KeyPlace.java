package org.zhili.access.internal.tokens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where an identity provider's keys lie. Read within 5 s and 256 KiB, or not at all.
 *
 * <p>An address is asked over TLS alone and sends nobody on. Its host may lie in a private network,
 * as a city's own provider does; it is not {@linkplain NearAddress near}, unless the settings name
 * the host. The host is looked up just before it is asked.
 */
final class KeyPlace {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;

  private final URI place;
  private final Set<String> hosts;
  private final HttpClient client;

  /**
   * Set up.
   *
   * @param hosts may be this machine or a link-local neighbor
   * @param client follows nobody
   */
  KeyPlace(URI place, Set<String> hosts, HttpClient client) {
    this.place = place;
    this.hosts = hosts;
    this.client = client;
  }

  /** Asks whoever it is told to ask, and is not sent on. */
  static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(PATIENCE);
  }

  /**
   * Read what is there.
   *
   * @throws IOException when nothing is, or it must not be asked for
   */
  String read() throws IOException {
    if (place.getScheme().equals("file")) {
      try (InputStream file = Files.newInputStream(Path.of(place))) {
        return text(file.readNBytes(MOST_BYTES + 1));
      }
    }
    check();
    return ask();
  }

  private void check() throws IOException {
    String host = place.getHost();
    if (!place.getScheme().equals("https")) {
      throw new IOException(place + " is neither a file nor https");
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (NearAddress.is(address) && !hosts.contains(host.toLowerCase(Locale.ROOT))) {
        throw new IOException(host + " is " + address.getHostAddress() + ", which is not asked");
      }
    }
  }

  private String ask() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    CompletableFuture<HttpResponse<Void>> asked =
        client.sendAsync(
            request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(p -> add(body, p))));
    try {
      int status = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != 200) {
        throw new IOException(place + " answers " + status);
      }
      return text(body.toByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(place + " does not answer", e);
    } finally {
      asked.cancel(true);
    }
  }

  private static void add(ByteArrayOutputStream body, byte[] part) {
    if (body.size() + part.length > MOST_BYTES) {
      throw new IllegalStateException("too long to be keys");
    }
    body.writeBytes(part);
  }

  private String text(byte[] bytes) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new IOException(place + " is too long to be keys");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
