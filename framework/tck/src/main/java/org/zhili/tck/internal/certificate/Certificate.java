package org.zhili.tck.internal.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.zhili.tck.internal.certificate.RuleResult.Verdict;

/**
 * What is certified of a jar, and what stands against it.
 *
 * @param runs the contracts of the plug-ins in it
 * @param faults why it is not granted; none when it is
 */
public record Certificate(PluginJar jar, List<ContractRun> runs, List<String> faults) {
  private static final String FILE = "certificate.txt";

  public Certificate {
    runs = List.copyOf(runs);
    faults = List.copyOf(faults);
  }

  /**
   * Judge a jar by what its contracts left behind.
   *
   * @param target the folder of the build
   */
  public static Certificate of(PluginJar jar, Path target) {
    List<ContractRun> runs = ContractRun.readAll(target);
    List<String> faults = new ArrayList<>(JarRule.faults(jar));
    runs.stream()
        .filter(run -> !run.passed())
        .forEach(run -> faults.add(run.test() + " broke a rule"));
    for (PluginJar.Part part : jar.parts()) {
      if (runs.stream().noneMatch(run -> isFor(run, part))) {
        faults.add(part.className() + ": no test extends " + part.kind().contract() + " for it");
      }
    }
    for (ContractRun run : runs) {
      if (jar.parts().stream().noneMatch(part -> isFor(run, part))) {
        faults.add(run.test() + " tests " + run.type() + ", which is no component of the jar");
      } else if (!run.code().equals(jar.codeHash())) {
        faults.add(run.test() + " tested other classes than the jar holds; test them again");
      }
    }
    return new Certificate(jar, runs, faults);
  }

  private static boolean isFor(ContractRun run, PluginJar.Part part) {
    return run.type().equals(part.className()) && run.contract().equals(part.kind().contract());
  }

  /** Whether the jar has to do with plug-ins at all. */
  public boolean isCalledFor() {
    return !runs.isEmpty() || !jar.parts().isEmpty();
  }

  public boolean isGranted() {
    return faults.isEmpty();
  }

  /** Take back the one of an earlier build, since the rules are about to be tried again. */
  static void revoke(Path target) {
    try {
      Files.deleteIfExists(target.resolve(FILE));
    } catch (IOException e) {
      throw new IllegalStateException("cannot delete " + target.resolve(FILE), e);
    }
  }

  /** Write it below the folder of the build. */
  public Path write(Path target) {
    Path file = target.resolve(FILE);
    try {
      return Files.writeString(file, toText());
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }

  /** The certificate as people read it, in lines. */
  public String toText() {
    List<String> lines = new ArrayList<>();
    lines.add(isGranted() ? "ZHILI CERTIFICATE" : "NO ZHILI CERTIFICATE");
    lines.add("  jar      " + jar.name());
    lines.add("  sha-256  " + jar.sha256());
    lines.add("  bundle   " + bundle());
    lines.add("  API      " + String.join(", ", imports()));
    lines.add("  kit      zhili-tck " + kit());
    runs.forEach(run -> lines.addAll(lines(run)));
    if (!isGranted()) {
      lines.addAll(List.of("", "AGAINST IT"));
      faults.forEach(fault -> lines.add(fault.indent(2).stripTrailing()));
    }
    return String.join("\n", lines) + "\n";
  }

  private String bundle() {
    return jar.header("Bundle-SymbolicName").orElse("none")
        + " "
        + jar.header("Bundle-Version").orElse("");
  }

  private List<String> imports() {
    ApiPackages api = ApiPackages.ofThisKit();
    return jar.clauses("Import-Package").clauses().stream()
        .filter(clause -> api.isApi(clause.name()))
        .map(Header.Clause::toString)
        .toList();
  }

  private static String kit() {
    return ApiPackages.manifestBeside(Certificate.class).getValue("Bundle-Version");
  }

  private List<String> lines(ContractRun run) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("%s (%s), %s".formatted(run.plugin(), run.contract(), run.inputs()));
    run.rules().stream()
        .filter(result -> result.number() != JarRule.NUMBER)
        .sorted(Comparator.comparing(RuleResult::number).thenComparing(RuleResult::rule))
        .forEach(result -> lines.add(line(result)));
    Verdict packaged = JarRule.faults(jar).isEmpty() ? Verdict.PASSED : Verdict.FAILED;
    lines.add(line(new RuleResult(JarRule.NAME, packaged)));
    run.notes().stream()
        .filter(note -> !note.startsWith(JarRule.NO_JAR))
        .forEach(note -> lines.add("  note     " + note));
    return lines;
  }

  private static String line(RuleResult result) {
    return "  %-8s %s".formatted(result.verdict().name().toLowerCase(Locale.ROOT), result.rule());
  }
}
