package org.zhili.core.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhili.text.Text;

/**
 * How a plug-in is doing, for health checks and the shell.
 *
 * @param kind simple name of the SPI it answers
 * @param reasons why it was refused, when it was; or that it is in reserve by chance, as it has as
 *     good a claim to its id as the one in use
 * @param inFlight callers waiting for it now
 * @param hanging calls past their limit that have not come back
 * @param counts questions it was asked, by what came of them
 * @param busy time it has spent on questions, in sum over its threads
 * @param lastError what it said when it last broke
 */
public record PluginStatus(
    String kind,
    PluginIdentity plugin,
    State state,
    List<Text> reasons,
    int inFlight,
    int hanging,
    Counts counts,
    Duration busy,
    Optional<String> lastError,
    Bulkhead bulkhead) {
  public PluginStatus {
    reasons = List.copyOf(reasons);
  }

  /** Where it stands. */
  public enum State {
    /** It is asked. */
    IN_USE,
    /** It waits behind another of the same id. */
    RESERVE,
    /** It was not let in, for the reasons given. */
    REFUSED,
    /** It left, but calls of it have not come back. */
    LEFT
  }

  /** Questions it was asked, by what came of them. */
  public record Counts(long given, long withdrawn, long overran, long broke) {
    /** All of them. */
    public long calls() {
      return given + withdrawn + overran + broke;
    }
  }
}
