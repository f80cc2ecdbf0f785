package org.zhili.scoring;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Grades one subject over one period from its cases, open and closed.
 *
 * <p>The same facts give the same grade, in whatever order they come. Every point is on a line of
 * the breakdown, so a unit that disputes its grade can be shown the case that cost it.
 *
 * <p>Called on many threads, outside any transaction; answers within 30 s by default.
 */
@ConsumerType
public interface ScoringModel {
  /** Unique among models; the city's configuration chooses by it. */
  String id();

  /** The criteria and their maxima, published before the period opens. */
  List<Criterion> criteria();

  Score grade(Subject subject, GradingPeriod period, List<GradedCase> cases);
}
