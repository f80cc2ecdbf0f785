package org.zhili.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The console's own files (控制台), all out of this bundle: pages of modules come over REST. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/console/*")
public final class Console extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String FOLDER = "web/";
  private static final Pattern FILE =
      Pattern.compile("(?:[a-z][a-z0-9-]*/){0,3}[a-z][a-z0-9-]*\\.[a-z]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  private final transient Policy policy;

  @Activate
  public Console() {
    policy = Policy.of(file("index.html").orElseThrow());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
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

  private static void answer(String name, HttpServletResponse response) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<byte[]> file =
        type != null && FILE.matcher(name).matches() ? file(name) : Optional.empty();
    if (file.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(file.get().length);
    response.getOutputStream().write(file.get());
  }

  private static Optional<byte[]> file(String name) {
    try (InputStream in = Console.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
