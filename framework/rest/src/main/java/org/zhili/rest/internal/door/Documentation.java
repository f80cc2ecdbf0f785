package org.zhili.rest.internal.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The pages that show the description to people, who are led there from the front door; all files
 * come from this bundle.
 */
final class Documentation {
  private static final String FOLDER = "/docs/";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=utf-8",
          "start.js", "text/javascript;charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
          "swagger-ui.css", "text/css;charset=utf-8",
          "favicon-32x32.png", "image/png");

  private Documentation() {}

  static boolean has(String path) {
    return path.equals("/") || path.equals("/docs") || TYPES.containsKey(file(path));
  }

  /**
   * Answer a request.
   *
   * @param uri what was asked for, as it came
   */
  static void answer(String path, String uri, HttpServletResponse response) throws IOException {
    if (path.equals("/")) {
      // relative: holds behind a proxy that puts something before the path, or asks with the slash;
      // not behind one that gives /api another name and asks without it
      String here = uri.endsWith("/") ? "" : uri.substring(uri.lastIndexOf('/') + 1) + "/";
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", here + "docs/");
      return;
    }
    if (path.equals("/docs")) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader("Location", "docs/");
      return;
    }
    String file = file(path);
    response.setHeader("Cache-Control", "private, max-age=3600");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType(TYPES.get(file));
    try (InputStream in = Documentation.class.getResourceAsStream("docs/" + file)) {
      if (in == null) {
        throw new IOException("docs/" + file + " was not packed");
      }
      in.transferTo(response.getOutputStream());
    }
  }

  private static String file(String path) {
    if (!path.startsWith(FOLDER)) {
      return "";
    }
    return path.equals(FOLDER) ? "index.html" : path.substring(FOLDER.length());
  }
}
