package org.zhili.rest.internal.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.engine.TrustedProxies;
import org.zhili.rest.internal.engine.TrustedProxies.Network;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** Reads settings; a wrong one is told in the log and replaced by the safe one. */
final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);
  private static final String CODE = "ZL-5021";
  private static final long LEAST_BYTES = 1_024;
  private static final long MOST_BYTES = 1L << 30;

  private SettingsReader() {}

  static Settings read(RestConfiguration configuration) {
    String authentication = value(configuration::authentication, "");
    boolean required = !authentication.equals("none");
    if (required && !authentication.equals("required")) {
      tell("authentication", authentication, "required");
    }
    if (!required) {
      LOG.warn("authentication is off: everybody may call every operation below /api");
    }
    return new Settings(
        required,
        bytes("maxBodyBytes", configuration::maxBodyBytes, 1_048_576),
        bytes("maxUploadBytes", configuration::maxUploadBytes, 16_777_216),
        proxies(value(configuration::trustedProxies, "")));
  }

  /** One that cannot be read is left out: a proxy too few shows, one too many does not. */
  private static TrustedProxies proxies(String setting) {
    List<Network> networks = new ArrayList<>();
    for (String word : setting.strip().split("[,\\s]+", -1)) {
      Optional<Network> network = Network.of(word);
      network.ifPresent(networks::add);
      if (network.isEmpty() && !word.isEmpty()) {
        tell("trustedProxies", word, "");
      }
    }
    return new TrustedProxies(networks);
  }

  private static long bytes(String name, Supplier<Long> source, long usual) {
    long bytes = value(source, -1L);
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      tell(name, String.valueOf(bytes), String.valueOf(usual));
      return usual;
    }
    return bytes;
  }

  /** A value of the wrong type shows when it is asked for. */
  private static <T> T value(Supplier<T> source, T otherwise) {
    try {
      return source.get();
    } catch (RuntimeException e) {
      return otherwise;
    }
  }

  private static void tell(String name, String value, String used) {
    Wording words = Refusal.words(Text.of("rest.setting", name, value, used));
    LOG.error("{} {} / {}", CODE, words.zh(), words.en());
  }
}
