package org.zhili.rest.internal.whiteboard;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.engine.TrustedProxies;
import org.zhili.rest.internal.engine.TrustedProxies.Network;
import org.zhili.rest.internal.problem.Refusal;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Reads settings; a wrong one is told in the log, and the one before stays. Only who may call is
 * then as strict as can be: a slip must not leave the door open.
 */
final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);
  private static final String CODE = "ZL-5021";
  private static final long LEAST_BYTES = 1_024;
  private static final long MOST_BYTES = 1L << 30;

  private SettingsReader() {}

  /**
   * Read them.
   *
   * @param before those in force
   */
  static Settings read(RestConfiguration configuration, Settings before) {
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
        bytes("maxBodyBytes", configuration::maxBodyBytes, before.maxBodyBytes()),
        bytes("maxUploadBytes", configuration::maxUploadBytes, before.maxUploadBytes()),
        proxies(value(configuration::trustedProxies, ""), before.trustedProxies()));
  }

  /**
   * With one that cannot be read those before stay; where there are none it is left out, as a proxy
   * too few shows and one too many does not.
   */
  private static TrustedProxies proxies(String setting, TrustedProxies before) {
    List<String> words =
        Stream.of(setting.split("[,\\s]+", -1)).filter(word -> !word.isEmpty()).toList();
    TrustedProxies readable =
        new TrustedProxies(words.stream().flatMap(word -> Network.of(word).stream()).toList());
    Optional<String> wrong = words.stream().filter(word -> Network.of(word).isEmpty()).findFirst();
    if (wrong.isEmpty()) {
      return readable;
    }
    TrustedProxies used = before.networks().isEmpty() ? readable : before;
    tell("trustedProxies", wrong.get(), used.text());
    return used;
  }

  private static long bytes(String name, Supplier<Long> source, long before) {
    long bytes = value(source, -1L);
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      tell(name, String.valueOf(bytes), String.valueOf(before));
      return before;
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
