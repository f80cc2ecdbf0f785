package org.zhili.scoring.weighted;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.scoring.weighted.ThreeRates.Config;
import org.zhili.scoring.weighted.ThreeRates.Settings;
import org.zhili.scoring.weighted.ThreeRates.Weights;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Reads settings value by value; what is wrong with them is told in the log. */
final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(ThreeRates.class);
  private static final Words WORDS = Words.beside(ThreeRates.class);
  private static final String WRONG = "ZL-6001";
  private static final int MOST = 10_000;

  private boolean sound = true;

  private SettingsReader() {}

  /** The settings; empty when there is no grading by them. */
  static Optional<Settings> read(Config config) {
    SettingsReader reader = new SettingsReader();
    int response = reader.number("response", 0, config::response);
    int resolution = reader.number("resolution", 0, config::resolution);
    int satisfaction = reader.number("satisfaction", 0, config::satisfaction);
    int sample = reader.number("minimumSample", 1, config::minimumSample);
    if (reader.sound && response + resolution + satisfaction == 0) {
      reader.wrong(Text.of("scoring-weighted.no-weight"));
    }
    return reader.sound
        ? Optional.of(new Settings(new Weights(response, resolution, satisfaction), sample))
        : Optional.empty();
  }

  /** A value of the wrong type shows when it is asked for. */
  private int number(String name, int least, IntSupplier source) {
    try {
      int value = source.getAsInt();
      if (value >= least && value <= MOST) {
        return value;
      }
    } catch (RuntimeException e) {
      LOG.debug("{}", name, e);
    }
    wrong(
        Text.of("scoring-weighted.setting", name, Integer.toString(least), Integer.toString(MOST)));
    return least;
  }

  private void wrong(Text why) {
    sound = false;
    Wording words = WORDS.render(why);
    LOG.error("{} {} / {}", WRONG, words.zh(), words.en());
  }
}
