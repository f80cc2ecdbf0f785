package org.zhili.tck.internal.certificate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.zhili.tck.internal.Introduction;
import org.zhili.tck.internal.certificate.RuleResult.Verdict;

/**
 * Keeps how the rules of contracts went, so that the certificate can tell it once the jar is built.
 * JUnit finds it by {@code META-INF/services}; it writes nothing unless Maven runs the tests.
 */
public final class ResultsListener implements TestExecutionListener {
  /** Set by Maven in the JVM that runs tests: the folder of the module. */
  private static final String MODULE = "basedir";

  private static final String CONTRACTS = "org.zhili.tck";
  private static final String UNKNOWN = "?";

  private final Optional<Path> target;
  private final Map<String, Running> runs = new TreeMap<>();

  public ResultsListener() {
    this(Optional.ofNullable(System.getProperty(MODULE)).map(module -> Path.of(module, "target")));
  }

  /**
   * Listen.
   *
   * @param target the folder of the build to write to
   */
  ResultsListener(Optional<Path> target) {
    this.target = target;
  }

  /** A contract while its rules run. */
  private static final class Running {
    private final Map<String, RuleResult> rules = new LinkedHashMap<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    ContractRun toRun(String test, String contract) {
      String type = said.getOrDefault(Introduction.CLASS, UNKNOWN);
      return new ContractRun(
          test,
          contract,
          said.getOrDefault(Introduction.PLUGIN, UNKNOWN),
          type,
          code(type),
          said.getOrDefault(Introduction.INPUTS, "nothing"),
          List.copyOf(rules.values()),
          notes);
    }

    private static String code(String type) {
      try {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return CodeHash.beside(Class.forName(type, false, loader));
      } catch (ClassNotFoundException e) {
        return UNKNOWN;
      }
    }
  }

  /** What is disabled or fails now leaves nothing of before. */
  @Override
  public synchronized void testPlanExecutionStarted(TestPlan plan) {
    target.ifPresent(Certificate::revoke);
    plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .flatMap(test -> test.getSource().stream())
        .filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getClassName())
        .forEach(test -> target.ifPresent(folder -> ContractRun.forget(folder, test)));
  }

  @Override
  public synchronized void executionStarted(TestIdentifier test) {
    rule(test).ifPresent(rule -> see(rule, test, Verdict.SKIPPED));
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    rule(test).ifPresent(rule -> see(rule, test, Verdict.SKIPPED).notes.add(reason));
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    rule(test)
        .ifPresent(
            rule -> {
              switch (result.getStatus()) {
                case SUCCESSFUL ->
                    see(rule, test, test.isTest() ? Verdict.PASSED : Verdict.SKIPPED);
                case ABORTED -> {
                  Running running = see(rule, test, Verdict.SKIPPED);
                  result.getThrowable().map(Throwable::getMessage).ifPresent(running.notes::add);
                }
                case FAILED -> see(rule, test, Verdict.FAILED);
              }
            });
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    rule(test)
        .ifPresent(
            rule -> {
              Running running = see(rule, test, Verdict.SKIPPED);
              running.said.putAll(entry.getKeyValuePairs());
              Optional.ofNullable(entry.getKeyValuePairs().get(Introduction.WARNING))
                  .ifPresent(running.notes::add);
            });
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    target.ifPresent(folder -> runs.forEach((key, running) -> write(key, running, folder)));
    runs.clear();
  }

  private static void write(String key, Running running, Path target) {
    String[] names = key.split(" ", 2);
    running.toRun(names[0], names[1]).write(target);
  }

  /** A factory is seen before its tests, so the words are those of the rule. */
  private Running see(MethodSource rule, TestIdentifier test, Verdict verdict) {
    String key =
        rule.getClassName() + " " + contract(rule).map(Class::getSimpleName).orElse(UNKNOWN);
    Running running = runs.computeIfAbsent(key, unseen -> new Running());
    running.rules.merge(
        rule.getMethodName(),
        new RuleResult(test.getDisplayName(), verdict),
        (known, now) -> known.and(now.verdict()));
    return running;
  }

  /** The rule that a test is, or is a part of. */
  private static Optional<MethodSource> rule(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .filter(method -> method.getMethodName().startsWith("rule_"))
        .filter(method -> contract(method).isPresent());
  }

  private static Optional<Class<?>> contract(MethodSource method) {
    return Stream.<Class<?>>iterate(
            method.getJavaClass().getSuperclass(), type -> type != null, Class::getSuperclass)
        .filter(type -> type.getPackageName().equals(CONTRACTS))
        .filter(Kind::isContract)
        .findFirst();
  }
}
