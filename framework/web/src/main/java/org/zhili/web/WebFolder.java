package org.zhili.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder {@code web} beside a class, as browsers get it: {@code index.html} is its page, and
 * what is not of a kind that browsers need is not there. Thread-safe.
 */
public final class WebFolder {
  private static final String FOLDER = "web/";
  private static final Pattern FILE =
      Pattern.compile("(?:[a-z][a-z0-9-]*/){0,3}[a-z][a-z0-9-]*(?:\\.[a-z]+){1,2}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json");

  private final Class<?> owner;
  private final Policy policy;

  private WebFolder(Class<?> owner, Set<String> pictures) {
    this.owner = owner;
    this.policy = Policy.of(file("index.html").orElseThrow(), pictures);
  }

  /** The folder beside this class, in the bundle of the class. */
  public static WebFolder beside(Class<?> owner) {
    return beside(owner, Set.of());
  }

  /**
   * The same, for a page that also shows pictures of other hosts.
   *
   * @param pictures their origins, such as {@code https://tiles.example.org}
   */
  public static WebFolder beside(Class<?> owner, Set<String> pictures) {
    return new WebFolder(owner, pictures);
  }

  /** Answer with the file that is asked for, or with 404. */
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    policy.apply(response);
    if (path.isEmpty()) {
      // relative, so that it holds behind a proxy that puts something before the path
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", request.getRequestURI().replaceFirst(".*/", "") + "/");
      return;
    }
    answer(path.equals("/") ? "index.html" : path.substring(1), response);
  }

  private void answer(String name, HttpServletResponse response) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<byte[]> file = FILE.matcher(name).matches() ? file(name) : Optional.empty();
    if (type == null || file.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(type, file.get(), response);
  }

  /** Answer with something that was made just now, under the same policy. */
  public void answer(String type, byte[] content, HttpServletResponse response) throws IOException {
    policy.apply(response);
    send(type, content, response);
  }

  private static void send(String type, byte[] content, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private Optional<byte[]> file(String name) {
    try (InputStream in = owner.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
