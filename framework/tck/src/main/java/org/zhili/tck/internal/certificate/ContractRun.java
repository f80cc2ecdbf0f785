package org.zhili.tck.internal.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhili.tck.internal.certificate.RuleResult.Verdict;

/**
 * What became of one contract: a plug-in's test, kept in a file until the jar is built.
 *
 * @param test the class that extends the contract
 * @param contract the simple name of the contract
 * @param plugin the plug-in's id
 * @param type the plug-in's class
 * @param code one hash of the classes it was tested with
 * @param inputs what it was asked, such as {@code 15 vectors}
 * @param notes warnings and reasons, for people
 */
record ContractRun(
    String test,
    String contract,
    String plugin,
    String type,
    String code,
    String inputs,
    List<RuleResult> rules,
    List<String> notes) {
  /** Below the folder of the build. */
  static final Path FOLDER = Path.of("zhili-tck");

  private static final String TAB = "\t";

  ContractRun {
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }

  boolean passed() {
    return rules.stream().noneMatch(rule -> rule.verdict() == Verdict.FAILED);
  }

  /** Forget what a test left behind, since it is about to run again. */
  static void forget(Path target, String test) {
    try {
      Files.deleteIfExists(file(target, test));
    } catch (IOException e) {
      throw new IllegalStateException("cannot delete " + file(target, test), e);
    }
  }

  private static Path file(Path target, String test) {
    return target.resolve(FOLDER).resolve(test + ".tsv");
  }

  void write(Path target) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(TAB, "run", test, contract, plugin, type, code, inputs));
    rules.forEach(rule -> lines.add(String.join(TAB, "rule", rule.verdict().name(), rule.rule())));
    notes.forEach(note -> lines.add(String.join(TAB, "note", note)));
    Path file = file(target, test);
    try {
      Files.createDirectories(target.resolve(FOLDER));
      Files.write(file, lines.stream().map(line -> line.replaceAll("\\R", " ")).toList());
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + file, e);
    }
  }

  /** What was written, in the order of the tests' names; of a test that is gone nothing is left. */
  static List<ContractRun> readAll(Path target) {
    Path folder = target.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ContractRun::read).filter(ContractRun::isStillThere).toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + folder, e);
    }
  }

  private boolean isStillThere() {
    String file = test.replace('.', '/') + ".class";
    return Thread.currentThread().getContextClassLoader().getResource(file) != null;
  }

  private static ContractRun read(Path file) {
    try {
      List<String[]> lines =
          Files.readAllLines(file).stream().map(line -> line.split(TAB, -1)).toList();
      String[] run = lines.get(0);
      return new ContractRun(
          run[1],
          run[2],
          run[3],
          run[4],
          run[5],
          run[6],
          lines.stream()
              .filter(line -> line[0].equals("rule"))
              .map(line -> new RuleResult(line[2], Verdict.valueOf(line[1])))
              .toList(),
          lines.stream().filter(line -> line[0].equals("note")).map(line -> line[1]).toList());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
