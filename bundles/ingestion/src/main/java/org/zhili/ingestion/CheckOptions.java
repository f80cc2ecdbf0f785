package org.zhili.ingestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * What was typed behind {@code zhili:broker-check}.
 *
 * @param uri another broker than the town's own
 * @param login another account; without one, another broker is visited without a name, since it
 *     must not learn the town's secrets
 */
record CheckOptions(Optional<String> uri, Optional<Credentials> login) {
  private static final Set<String> KNOWN = Set.of("--uri", "--user", "--password");

  /** Read pairs of a name and a value; empty when these are none. */
  static Optional<CheckOptions> of(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      values.put(words.get(i), words.get(i + 1));
    }
    boolean known = KNOWN.containsAll(values.keySet()) && values.size() * 2 == words.size();
    boolean named = values.containsKey("--user") || !values.containsKey("--password");
    return known && named
        ? Optional.of(
            new CheckOptions(
                Optional.ofNullable(values.get("--uri")),
                Optional.ofNullable(values.get("--user"))
                    .map(u -> new Credentials(u, values.getOrDefault("--password", "")))))
        : Optional.empty();
  }
}
