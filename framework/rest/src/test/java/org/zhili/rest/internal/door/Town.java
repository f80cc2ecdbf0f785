package org.zhili.rest.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.zhili.rest.internal.engine.Application;
import org.zhili.rest.internal.engine.FixedPart;
import org.zhili.rest.internal.engine.Generations;
import org.zhili.rest.internal.engine.Part;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.engine.TrustedProxies;
import org.zhili.rest.internal.jetty.ServerRefusals;

/** The whole door on a real server, with an authenticator that believes the header {@code As}. */
public final class Town implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(20);
  static final long MAX_BODY = 10_000;
  static final long MAX_UPLOAD = 50_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As XML may spell a character. */
  private static final Pattern CHARACTER = Pattern.compile("&#(x?)([0-9A-Fa-f]+);");

  private final Server jetty = new Server();
  private final ServerConnector connector = new ServerConnector(jetty);
  private final HttpClient client = HttpClient.newHttpClient();
  private final DoorServlet servlet;

  private Town(boolean authenticationRequired) {
    this(authenticationRequired, TrustedProxies.NONE);
  }

  private Town(boolean authenticationRequired, TrustedProxies proxies) {
    servlet = new DoorServlet(new Settings(authenticationRequired, MAX_BODY, MAX_UPLOAD, proxies));
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    holder.setInitOrder(1);
    context.addServlet(holder, "/api/*");
    jetty.setHandler(context);
    try {
      jetty.start();
      jetty.addConnector(new ServerRefusals().createConnector(jetty));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A town where callers are checked. */
  public static Town guarded(Object... resources) {
    Town town = new Town(true);
    town.serve(application(true, resources));
    return town;
  }

  /** A town that believes these proxies. */
  static Town behind(TrustedProxies proxies, Object... resources) {
    Town town = new Town(true, proxies);
    town.serve(application(true, resources));
    return town;
  }

  /** A town that needs an authenticator, and has none. */
  static Town closed(Object... resources) {
    Town town = new Town(true);
    town.serve(application(false, resources));
    return town;
  }

  /** A town where everybody may do everything. */
  static Town open(Object... resources) {
    Town town = new Town(false);
    town.serve(application(false, resources));
    return town;
  }

  /** A town that has not begun. */
  static Town starting() {
    return new Town(true);
  }

  /** An application with the town's own resources among it. */
  public static Application application(boolean guarded, Object... resources) {
    return application(guarded, true, List.of(resources));
  }

  static Application application(boolean guarded, boolean townOpen, List<Object> resources) {
    List<Part> parts = resources.stream().<Part>map(FixedPart::new).toList();
    List<Part> extensions = guarded ? List.of(new FixedPart(new Believer())) : List.of();
    return new Application(parts, extensions, guarded, townOpen, "Bearer realm=\"test\"");
  }

  public Generations generations() {
    return servlet.generations.orElseThrow();
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Serve this from now on. */
  public void serve(Application application) {
    generations().arrive(() -> application);
  }

  /** Serve the rest from now on, when this goes. */
  public void sendAway(Object gone, Application rest) {
    generations().depart(() -> rest, new FixedPart(gone));
  }

  /** An answer with its body as JSON, where it is JSON, and as a file, where it is one. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** All parts of a workbook as they are written. */
    public String workbook() {
      StringBuilder parts = new StringBuilder();
      try {
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, response.body());
        try (ZipFile zip = new ZipFile(file.toFile())) {
          for (ZipEntry part : Collections.list(zip.entries())) {
            try (InputStream open = zip.getInputStream(part)) {
              parts.append(new String(open.readAllBytes(), StandardCharsets.UTF_8));
            }
          }
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return CHARACTER
          .matcher(parts)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      Character.toString(
                          found.group(1).isEmpty()
                              ? Integer.parseInt(found.group(2))
                              : Integer.parseInt(found.group(2), 16))));
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body(), e);
      }
    }

    public String code() {
      return json().path("code").asText();
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, Optional.empty(), headers);
  }

  Answer post(String path, String json, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
            .toArray(String[]::new);
    return send("POST", path, Optional.of(BodyPublishers.ofString(json)), all);
  }

  Answer send(
      String method, String path, Optional<HttpRequest.BodyPublisher> body, String... headers) {
    try {
      return sending(method, path, body, headers).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Send without waiting. */
  public CompletableFuture<Answer> sending(
      String method, String path, Optional<HttpRequest.BodyPublisher> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api" + path))
            .timeout(PATIENCE)
            .method(method, body.orElse(BodyPublishers.noBody()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(Answer::new);
  }

  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("serial") // never written
  private static final class DoorServlet extends HttpServlet {
    private final transient Settings settings;
    private transient Optional<Generations> generations = Optional.empty();
    private transient Optional<RestDoor> door = Optional.empty();

    DoorServlet(Settings settings) {
      this.settings = settings;
    }

    @Override
    public void init(ServletConfig config) {
      Generations fresh = new Generations(config, settings, Duration.ofSeconds(2));
      generations = Optional.of(fresh);
      door = Optional.of(new RestDoor(fresh, settings));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      door.orElseThrow().service(request, response);
    }

    @Override
    public void destroy() {
      generations.ifPresent(Generations::end);
    }
  }
}
