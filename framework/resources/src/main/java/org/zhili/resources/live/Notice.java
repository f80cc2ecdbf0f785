package org.zhili.resources.live;

import java.util.List;

/**
 * That something changed, and never what it is now.
 *
 * @param cases which cases, for the topic of cases; none when they are too many to be named
 */
public record Notice(Topic topic, List<CaseVersion> cases) {
  public Notice {
    cases = List.copyOf(cases);
  }

  /** About what there is. */
  public static Notice of(Topic topic) {
    return new Notice(topic, List.of());
  }

  /** What may change. */
  public enum Topic {
    /** Cases were opened or moved. */
    CASES,
    /** Dispatches wait for a person, are taken, or are decided. */
    REVIEWS,
    /** A module's pages came or went. */
    PAGES,
    /** A plug-in came or went, or is left alone. */
    PLUG_INS
  }

  /** A case, and which version of it there is now. */
  public record CaseVersion(String id, long version) {}
}
