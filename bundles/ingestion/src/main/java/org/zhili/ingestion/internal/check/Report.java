package org.zhili.ingestion.internal.check;

import java.util.List;
import java.util.stream.Stream;
import org.zhili.ingestion.internal.check.Finding.Verdict;
import org.zhili.module.Reply;
import org.zhili.text.Text;

/**
 * All that was found, and what follows from it.
 *
 * @param always what every town needs
 * @param shared what only towns of several nodes need
 * @param several whether this is one
 */
record Report(List<Finding> always, List<Finding> shared, boolean several) {

  /** A line for each finding, and the verdict as the last one. */
  Reply reply(String uri) {
    List<Text> lines =
        Stream.of(
                Stream.of(Text.of("ingestion.check.broker", uri)),
                all().map(Finding::what),
                Stream.of(Text.of("ingestion.check.verdict." + verdict())))
            .flatMap(part -> part)
            .toList();
    return isBroken() ? new Reply.Failed(lines) : new Reply.Done(lines);
  }

  private String verdict() {
    if (isBroken()) {
      return "broken";
    }
    if (has(shared.stream(), Verdict.BROKEN)) {
      return "single";
    }
    return has(all(), Verdict.CONDITION) ? "conditions" : "holds";
  }

  private boolean isBroken() {
    return has(several ? all() : always.stream(), Verdict.BROKEN);
  }

  private Stream<Finding> all() {
    return Stream.of(always.stream(), shared.stream(), Stream.of(Finding.unseen("disk")))
        .flatMap(part -> part);
  }

  private static boolean has(Stream<Finding> findings, Verdict verdict) {
    return findings.anyMatch(finding -> finding.verdict() == verdict);
  }
}
