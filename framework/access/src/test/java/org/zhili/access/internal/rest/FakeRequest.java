package org.zhili.access.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as a filter sees it; what the filter has no business with is missing. */
final class FakeRequest {
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, Cookie> cookies = new HashMap<>();
  private final Map<String, Object> properties =
      new HashMap<>(Map.of(RefusalAudit.CALLER, "203.0.113.7"));
  private final String method;
  private final String path;
  private Optional<Response> aborted = Optional.empty();
  private Optional<SecurityContext> security = Optional.empty();

  FakeRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  FakeRequest with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  FakeRequest withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  FakeRequest withCookie(String token) {
    return withCookie(SessionToken.COOKIE, token);
  }

  FakeRequest withCookie(String name, String token) {
    cookies.put(name, new Cookie.Builder(name).value(token).build());
    return this;
  }

  FakeRequest overTls() {
    properties.put(Authenticator.SECURE, true);
    return this;
  }

  /** The answer that ended the request early. */
  Optional<Response> aborted() {
    return aborted;
  }

  Optional<SecurityContext> security() {
    return security;
  }

  ContainerRequestContext context() {
    return fake(ContainerRequestContext.class, this);
  }

  public String getMethod() {
    return method;
  }

  public @Nullable String getHeaderString(String header) {
    return headers.get(header);
  }

  public @Nullable Object getProperty(String name) {
    return properties.get(name);
  }

  public Map<String, Cookie> getCookies() {
    return cookies;
  }

  public UriInfo getUriInfo() {
    return fake(UriInfo.class, this);
  }

  public String getPath() {
    return path;
  }

  public @Nullable SecurityContext getSecurityContext() {
    return security.orElse(null);
  }

  public void setSecurityContext(SecurityContext set) {
    security = Optional.of(set);
  }

  public void abortWith(Response response) {
    aborted = Optional.of(response);
  }

  /** Answers with the method of the same name, if there is one. */
  private static <T> T fake(Class<T> type, Object methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              try {
                return methods
                    .getClass()
                    .getMethod(called.getName(), called.getParameterTypes())
                    .invoke(methods, arguments);
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
            }));
  }
}
