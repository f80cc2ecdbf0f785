package org.zhili.core.ingest;

import java.util.List;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;

/** An alarm rule behind the gate. Thread-safe. */
public interface Judge {
  String id();

  /**
   * The stay of the module that brings it: equal as long as the module stays, and not to that of
   * what takes its place. It holds on to no plug-in.
   */
  Object stay();

  /** Whether it would be asked now; not while it is left alone for its failures. */
  default boolean isAsked() {
    return true;
  }

  Set<String> deviceTypes();

  Set<String> metrics();

  /**
   * Judge observations, in order, within the ingest limit.
   *
   * @return one reply per observation, in the same order; a rule that fails is a reply, never an
   *     exception
   */
  List<Reply<Judgment>> judge(List<Observation> observations);
}
