package org.zhili.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What becomes of a contract when it is run. */
final class Outcome {
  private Outcome() {}

  static EngineExecutionResults run(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute();
  }

  /** The contract breaks the rule, and says so in the form of the README. */
  static void assertBroken(Class<?> contract, int rule, List<String> words) {
    assertThat(failures(run(contract)))
        .as("failures of rule %d", rule)
        .anySatisfy(
            text -> {
              assertThat(text).startsWith("rule " + rule + ": ");
              assertThat(text).contains("\n  vector   ", "\n  expected ", "\n  got      ");
              assertThat(text).contains(words);
            });
  }

  static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream().map(Outcome::message).toList();
  }

  static List<String> aborted(EngineExecutionResults results) {
    return results.allEvents().aborted().stream().map(Outcome::message).toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }

  static List<String> entries(EngineExecutionResults results) {
    return results.allEvents().stream()
        .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
        .map(event -> event.getPayload().orElse("").toString())
        .toList();
  }
}
