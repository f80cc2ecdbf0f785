package org.zhili.access.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.accounts.LoginsFile;
import org.zhili.access.internal.accounts.Sessions.Lifetimes;
import org.zhili.access.internal.accounts.WayBack;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;
import org.zhili.access.internal.tokens.Provider;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * What this module needs to know, checked.
 *
 * @param firstLogins the file that first logins are written to
 * @param wayBack the file that asks for another administrator
 * @param provider whose tokens are taken
 */
public record AccessSettings(
    Lifetimes lifetimes,
    Cost hashing,
    Path firstLogins,
    Path wayBack,
    Optional<Provider> provider) {
  private static final Logger LOG = LoggerFactory.getLogger(AccessSettings.class);
  private static final Words WORDS = Words.beside(AccessSettings.class);
  private static final String WRONG_SETTING = "ZL-3120";

  /** Read settings; a wrong one is told in the log, and the usual one taken. */
  static AccessSettings read(AccessConfiguration configuration) {
    return new AccessSettings(
        lifetimes(configuration, Lifetimes.DEFAULT),
        Cost.DEFAULT,
        file(configuration.firstLogins()),
        data().resolve(WayBack.MARKER),
        ProviderSettings.read(configuration));
  }

  /** Read how long sessions last; a wrong setting is told in the log, and the one before taken. */
  static Lifetimes lifetimes(AccessConfiguration configuration, Lifetimes before) {
    int hours =
        within("sessionHours", configuration::sessionHours, 168, (int) before.whole().toHours());
    Duration idle = minutes("idleMinutes", configuration::idleMinutes, before.idle());
    Duration browser =
        minutes("browserIdleMinutes", configuration::browserIdleMinutes, before.browser());
    int days =
        within("displayDays", configuration::displayDays, 30, (int) before.display().toDays());
    return new Lifetimes(Duration.ofHours(hours), idle, browser, Duration.ofDays(days));
  }

  private static Duration minutes(String name, IntSupplier source, Duration before) {
    return Duration.ofMinutes(within(name, source, 1440, (int) before.toMinutes()));
  }

  /** A value of the wrong type shows when it is asked for. */
  private static int within(String name, IntSupplier source, int most, int otherwise) {
    String said = "?";
    try {
      int value = source.getAsInt();
      if (value >= 1 && value <= most) {
        return value;
      }
      said = Integer.toString(value);
    } catch (RuntimeException e) {
      LOG.debug("{}", name, e);
    }
    Wording words =
        WORDS.render(
            Text.of(
                "access.setting",
                name,
                said,
                "1",
                Integer.toString(most),
                Integer.toString(otherwise)));
    LOG.error("{} {} / {}", WRONG_SETTING, words.zh(), words.en());
    return otherwise;
  }

  /** In Karaf's data folder, unless another place is named. */
  private static Path file(String configured) {
    return configured.isBlank() ? data().resolve(LoginsFile.NAME) : Path.of(configured);
  }

  private static Path data() {
    return Path.of(Optional.ofNullable(System.getProperty("karaf.data")).orElse("."));
  }
}
