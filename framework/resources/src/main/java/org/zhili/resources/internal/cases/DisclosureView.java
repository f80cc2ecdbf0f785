package org.zhili.resources.internal.cases;

import java.util.List;
import java.util.Optional;
import org.zhili.casework.Evidence;
import org.zhili.casework.Rating;
import org.zhili.core.casework.TraceWords;
import org.zhili.text.Wording;

/**
 * What people wrote with a case, as they wrote it.
 *
 * @param trace what was said with each entry of the trace
 */
public record DisclosureView(
    Wording summary,
    String address,
    List<Evidence> evidence,
    Optional<Rating> rating,
    List<Told> trace) {

  /** What was said with one entry, by its place in the trace. */
  public record Told(long sequence, List<TraceWords.Said> said) {}
}
