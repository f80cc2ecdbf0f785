package org.zhili.rest.internal.door;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells a browser. A resource may say otherwise about its own. */
final class Headers {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String DOCUMENTATION =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Headers() {}

  static void onAnswer(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", NOTHING);
  }

  static void onDocumentation(HttpServletResponse response) {
    response.setHeader("Cache-Control", "private, max-age=3600");
    response.setHeader("Content-Security-Policy", DOCUMENTATION);
  }
}
