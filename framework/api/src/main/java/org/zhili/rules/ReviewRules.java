package org.zhili.rules;

import java.util.Set;
import org.zhili.alert.Severity;

/**
 * When a person confirms a proposed dispatch (人工复核).
 *
 * @param confidenceBar proposals below it are reviewed, 0 to 1
 * @param subjects subjects that are always reviewed
 * @param severities severities that are always reviewed
 * @param returns cases handed back this often are reviewed
 */
public record ReviewRules(
    double confidenceBar, Set<String> subjects, Set<Severity> severities, int returns) {
  public ReviewRules {
    if (!(confidenceBar >= 0 && confidenceBar <= 1)) {
      throw new IllegalArgumentException("the bar is 0 to 1, not " + confidenceBar);
    }
    subjects = Set.copyOf(subjects);
    severities = Set.copyOf(severities);
  }
}
