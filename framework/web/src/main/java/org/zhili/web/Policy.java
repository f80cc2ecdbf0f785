package org.zhili.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser may load and run for a page: what comes from this town, and nothing else but
 * pictures of hosts that the town has named. The one script a page may have inside says where
 * modules are, which a browser reads from nowhere else; it is let in by its hash.
 */
record Policy(String content) {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /**
   * The policy of a page.
   *
   * @param pictures origins that pictures may come from beside this town
   */
  static Policy of(byte[] page, Set<String> pictures) {
    Matcher map = IMPORT_MAP.matcher(new String(page, StandardCharsets.UTF_8));
    String inside = map.find() ? " 'sha256-" + hash(map.group(1)) + "'" : "";
    return new Policy(
        "default-src 'none'; script-src 'self'"
            + inside
            + "; style-src 'self'; img-src 'self' data: blob:"
            + pictures.stream().sorted().map(origin -> " " + origin).collect(Collectors.joining())
            + "; font-src 'self'; connect-src 'self';"
            + " worker-src 'self'; manifest-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  }

  private static String hash(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  void apply(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", content);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
