package org.zhili.console.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures of the ground below the map (底图), of a host that the town names.
 *
 * @param template their address, empty for none
 * @param by whom to name on the map
 * @param zoom up to which they are there
 */
record Tiles(String template, String by, int zoom) {
  static final Tiles NONE = new Tiles("", "", 18);

  private static final Pattern ADDRESS =
      Pattern.compile("(https?://[A-Za-z0-9.-]+(?::\\d{1,5})?)?/(?!/)[A-Za-z0-9._~/?=&%{}-]*");
  private static final Pattern NAME = Pattern.compile("[^\"\\\\<>&\\p{Cntrl}]{0,200}");
  private static final int MOST_ZOOM = 22;

  /** Take what a town has set; empty when it cannot be used. */
  static Optional<Tiles> of(String template, String by, int zoom) {
    boolean usable =
        ADDRESS.matcher(template).matches()
            && Stream.of("{z}", "{x}", "{y}").allMatch(template::contains)
            && template.replaceAll("\\{[zxy]}", "").matches("[^{}]*")
            && NAME.matcher(by).matches()
            && zoom >= 1
            && zoom <= MOST_ZOOM;
    return usable ? Optional.of(new Tiles(template, by, zoom)) : Optional.empty();
  }

  /** The host they come from, where it is not this town's own. */
  Set<String> origins() {
    Matcher address = ADDRESS.matcher(template);
    return address.matches() && address.group(1) != null ? Set.of(address.group(1)) : Set.of();
  }

  /** What a page imports; nothing in it can end a string. */
  String script() {
    return "export default {template: \"%s\", by: \"%s\", zoom: %d};\n"
        .formatted(template, by, zoom);
  }
}
