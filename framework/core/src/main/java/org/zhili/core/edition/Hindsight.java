package org.zhili.core.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseTrends;
import org.zhili.core.edition.Findings.Finding;
import org.zhili.core.store.Transactions;

/**
 * What would have happened (若按此执行): goes through the cases of a stretch of time and compares what
 * became of each with what a draft would have made of it. Changes nothing.
 *
 * <p>Reads page by page, each in a short transaction, so it holds nothing up and needs little
 * memory; cases that were no matter of their own count as none.
 */
public final class Hindsight {
  /** More cases than anybody waits for. */
  public static final int MOST_CASES = 50_000;

  /** Longer than anybody waits: whoever asked has left by then, and others want their turn. */
  static final Duration LONGEST = Duration.ofMinutes(4);

  private static final int PAGE = 200;

  private final Transactions transactions;
  private final CaseStore cases;
  private final LongSupplier nanoTime;
  private final int most;

  /**
   * Set up.
   *
   * @param nanoTime real time, which those who wait go by: {@link System#nanoTime()}
   */
  public Hindsight(Transactions transactions, CaseStore cases, LongSupplier nanoTime) {
    this(transactions, cases, nanoTime, MOST_CASES);
  }

  Hindsight(Transactions transactions, CaseStore cases, LongSupplier nanoTime, int most) {
    this.nanoTime = nanoTime;
    this.transactions = transactions;
    this.cases = cases;
    this.most = most;
  }

  /**
   * Compare the cases that were reported from a time until another.
   *
   * @param samples how many of those that come out otherwise are told one by one
   * @return empty when there are more cases, or it takes longer, than anybody waits for
   */
  public Optional<Findings> look(Comparison by, Instant from, Instant until, int samples) {
    Tally all = new Tally();
    Map<String, Tally> types = new TreeMap<>();
    List<Finding> told = new ArrayList<>();
    long began = nanoTime.getAsLong();
    Instant begin = from;
    String after = "";
    int seen = 0;
    List<CaseFile> page;
    do {
      page = page(begin, after, until);
      seen += page.size();
      if (seen > most) {
        return Optional.empty();
      }
      for (Finding finding : findings(by, page)) {
        all.add(finding);
        types.computeIfAbsent(finding.file().type().id(), none -> new Tally()).add(finding);
        if (finding.different() && told.size() < samples) {
          told.add(finding);
        }
      }
      if (!page.isEmpty()) {
        CaseFile last = page.get(page.size() - 1);
        begin = last.report().reportedAt();
        after = last.number();
      }
      if (nanoTime.getAsLong() - began > LONGEST.toNanos()) {
        return Optional.empty();
      }
    } while (page.size() == PAGE);
    List<Findings.OfType> byType = new ArrayList<>();
    types.forEach((type, tally) -> byType.add(new Findings.OfType(type, tally.sums())));
    return Optional.of(new Findings(all.sums(), byType, told));
  }

  private List<CaseFile> page(Instant from, String after, Instant until) {
    return transactions.read(() -> cases.reportedFrom(from, after, until, PAGE));
  }

  private List<Finding> findings(Comparison by, List<CaseFile> page) {
    return transactions.read(
        () ->
            page.stream()
                .filter(file -> !CaseTrends.NONE.contains(file.standing()))
                .flatMap(file -> by.of(file).stream())
                .toList());
  }
}
