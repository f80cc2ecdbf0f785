package org.zhili.embedded;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Viewer;
import org.zhili.id.UnitId;
import org.zhili.resources.security.ViewerPrincipal;

/** The Jakarta REST server of a program that embeds a town: Jersey on the JDK's own HTTP server. */
final class HostServer implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  HostServer(EmbeddedTown town) {
    ResourceConfig application =
        new ResourceConfig()
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .register(JacksonFeature.class)
            .register(new Mapping())
            .register(new Login())
            .registerInstances(town.restResources().toArray());
    server = JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
  }

  /** A status and a body. */
  record Answer(int status, String body) {}

  Answer get(String account, String path) {
    return send(account, path, "GET", "");
  }

  Answer post(String account, String path, String json) {
    return send(account, path, "POST", json);
  }

  private Answer send(String account, String path, String method, String json) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Account", account)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** JSON as the town's records need it. */
  private static final class Mapping implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return JSON;
    }
  }

  /** Believes whoever says who it is; a real host would ask for a proof. */
  @Priority(Priorities.AUTHENTICATION)
  private static final class Login implements ContainerRequestFilter {
    private static final Map<String, Viewer> ACCOUNTS =
        Map.of(
            "operator",
            viewer("operator", "operator", Optional.empty()),
            "supervisor",
            viewer("supervisor", "supervisor", Optional.empty()),
            "of-municipal-works",
            viewer("of-municipal-works", "unit", Optional.of(new UnitId("municipal-works"))));

    private static Viewer viewer(String account, String role, Optional<UnitId> unit) {
      return new Viewer(account, Set.of(role), unit, Set.of());
    }

    @Override
    public void filter(ContainerRequestContext request) {
      String account = String.valueOf(request.getHeaderString("Account"));
      request.setSecurityContext(new Caller(Optional.ofNullable(ACCOUNTS.get(account))));
    }
  }

  private record Caller(Optional<Viewer> viewer) implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return viewer.map(ViewerPrincipal::new).orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
      return viewer.filter(known -> known.has(role)).isPresent();
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Account";
    }
  }
}
