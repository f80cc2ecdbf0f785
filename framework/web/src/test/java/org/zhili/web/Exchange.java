package org.zhili.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to a page, and what came back. */
public final class Exchange {
  private final @Nullable String path;
  private final Map<String, String> asked = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;

  /**
   * Ask.
   *
   * @param path behind the name of the page
   */
  public Exchange(@Nullable String path) {
    this.path = path;
  }

  /** Give a header or a parameter along. */
  public Exchange with(String name, String value) {
    asked.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  public HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getPathInfo" -> path;
              case "getHeader", "getParameter" -> asked.get((String) arguments[0]);
              case "getRequestURI" -> "/proxied/page" + (path == null ? "" : path);
              default -> throw new UnsupportedOperationException(name);
            });
  }

  public HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (name, arguments) -> {
          switch (name) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> {
              return stream();
            }
            default -> throw new UnsupportedOperationException(name);
          }
          return null;
        });
  }

  private ServletOutputStream stream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        body.write(octet);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Does what a method of that name is to do. */
  @FunctionalInterface
  private interface Behaviour {
    @Nullable Object of(String name, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> behaviour.of(method.getName(), arguments)));
  }
}
