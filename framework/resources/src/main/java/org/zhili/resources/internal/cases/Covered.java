package org.zhili.resources.internal.cases;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Evidence;
import org.zhili.casework.Pause;
import org.zhili.casework.Rating;
import org.zhili.casework.Report;
import org.zhili.core.attachment.Attachment;
import org.zhili.core.trace.TraceEntry;
import org.zhili.text.Personal;

/**
 * What people wrote with a case, without what names a person. The reference of a photo stays as it
 * is: one that was covered would lead nowhere.
 */
final class Covered {
  private static final Set<String> FREE =
      Set.of(
          "note", "reason", "comment", "address", "summary.zh", "summary.en", "why.zh", "why.en");

  private static final Pattern CONTENT = Pattern.compile("evidence\\.\\d+\\.content");

  private Covered() {}

  /** Whether something of a case, its trace apart, is covered. */
  static boolean isPartly(CaseFile file) {
    Report report = file.report();
    return Personal.isIn(report.summary().zh())
        || Personal.isIn(report.summary().en())
        || Personal.isIn(report.address())
        || report.evidence().stream().anyMatch(one -> !evidence(one).equals(one))
        || file.pauses().stream().anyMatch(one -> !pause(one).equals(one))
        || file.rating().filter(one -> !rating(one).equals(one)).isPresent();
  }

  static Evidence evidence(Evidence written) {
    return new Evidence(written.kind(), content(written.content()));
  }

  static Pause pause(Pause written) {
    return new Pause(
        written.from(), written.until(), Personal.masked(written.reason()), written.byTown());
  }

  static Rating rating(Rating written) {
    return new Rating(written.solved(), written.stars(), Personal.masked(written.comment()));
  }

  static TraceEntry entry(TraceEntry written) {
    SortedMap<String, String> shown = new TreeMap<>();
    for (Map.Entry<String, String> one : written.arguments().entrySet()) {
      shown.put(one.getKey(), argument(one.getKey(), one.getValue()));
    }
    return new TraceEntry(
        written.caseId(),
        written.sequence(),
        written.at(),
        written.actor(),
        written.unit(),
        written.action(),
        shown,
        written.step(),
        written.state(),
        written.standing(),
        written.advisor(),
        written.previous(),
        written.hash());
  }

  private static String argument(String name, String value) {
    if (CONTENT.matcher(name).matches()) {
      return content(value);
    }
    return FREE.contains(name) ? Personal.masked(value) : value;
  }

  private static String content(String content) {
    return Attachment.meant(content).isPresent() ? content : Personal.masked(content);
  }
}
