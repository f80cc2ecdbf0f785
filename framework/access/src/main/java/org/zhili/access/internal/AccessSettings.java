package org.zhili.access.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.internal.accounts.FirstLogins;
import org.zhili.access.internal.accounts.Sessions.Lifetimes;
import org.zhili.access.internal.passwords.PasswordHashing.Cost;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * What this module needs to know, checked.
 *
 * @param firstLogins the file that first logins are written to
 */
public record AccessSettings(Lifetimes lifetimes, Cost hashing, Path firstLogins) {
  private static final Logger LOG = LoggerFactory.getLogger(AccessSettings.class);

  static AccessSettings read(AccessConfiguration configuration) {
    int hours = within("sessionHours", configuration.sessionHours(), 1, 168, 12);
    int minutes = within("idleMinutes", configuration.idleMinutes(), 1, 1440, 120);
    return new AccessSettings(
        new Lifetimes(Duration.ofHours(hours), Duration.ofMinutes(minutes)),
        Cost.DEFAULT,
        file(configuration.firstLogins()));
  }

  private static int within(String name, int value, int least, int most, int otherwise) {
    if (value >= least && value <= most) {
      return value;
    }
    Text text =
        Text.of(
            "access.setting",
            name,
            Integer.toString(value),
            Integer.toString(least),
            Integer.toString(most),
            Integer.toString(otherwise));
    LOG.warn(Words.beside(AccessSettings.class).render(text, Language.EN));
    return otherwise;
  }

  /** In Karaf's data folder, unless another place is named. */
  private static Path file(String configured) {
    String data = Optional.ofNullable(System.getProperty("karaf.data")).orElse(".");
    return configured.isBlank() ? Path.of(data, FirstLogins.FILE) : Path.of(configured);
  }
}
