package org.zhili.access.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.tokens.Provider;
import org.zhili.access.internal.tokens.Provider.Link;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** What the settings say of the city's identity provider, checked. */
final class ProviderSettings {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSettings.class);
  private static final Words WORDS = Words.beside(ProviderSettings.class);
  private static final String WRONG = "ZL-3213";

  /** What stands before a host may be a password. */
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@]*@");

  private ProviderSettings() {}

  /**
   * Read them. Without an issuer there is none; when something is missing or wrong the log says so,
   * and nobody's tokens are taken.
   */
  static Optional<Provider> read(AccessConfiguration configuration) {
    if (configuration.oidcIssuer().isBlank()) {
      return Optional.empty();
    }
    Optional<URI> keys = place(configuration.oidcKeys().strip());
    if (keys.isEmpty()) {
      return wrong("oidcKeys", configuration.oidcKeys());
    } else if (configuration.oidcAudience().isBlank()) {
      return wrong("oidcAudience", "");
    } else if (configuration.oidcAccountClaim().isBlank()) {
      return wrong("oidcAccountClaim", "");
    }
    Optional<Link> link = link(configuration.oidcLink());
    if (link.isEmpty()) {
      return wrong("oidcLink", configuration.oidcLink());
    }
    return Optional.of(
        new Provider(
            configuration.oidcIssuer().strip(),
            configuration.oidcAudience().strip(),
            keys.get(),
            configuration.oidcAccountClaim().strip(),
            link.get(),
            hosts(configuration.oidcNearHosts())));
  }

  private static Optional<URI> place(String said) {
    try {
      URI place = URI.create(said);
      boolean file = "file".equals(place.getScheme()) && place.getPath() != null;
      boolean address = "https".equals(place.getScheme()) && place.getHost() != null;
      return file || (address && place.getUserInfo() == null)
          ? Optional.of(place)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** In words, as people write them into the file. */
  private static Optional<Link> link(String said) {
    return Arrays.stream(Link.values())
        .filter(link -> link.name().equalsIgnoreCase(said.strip()))
        .findFirst();
  }

  private static Set<String> hosts(String said) {
    return Arrays.stream(said.split("[,\\s]+"))
        .filter(host -> !host.isEmpty())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Provider> wrong(String name, String said) {
    Wording words =
        WORDS.render(
            Text.of("access.provider-setting", name, USER.matcher(said).replaceAll("***@")));
    LOG.error("{} {} / {}", WRONG, words.zh(), words.en());
    return Optional.empty();
  }
}
