package org.zhili.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;

/**
 * Keeps every version of every case type that was ever in force, so that a case stays readable when
 * the module that brought its type has left. Remembers which types are here, for all nodes.
 */
public interface CaseTypeStore {
  /**
   * Keep a version; keeping it again is nothing.
   *
   * @throws IllegalArgumentException when the same version was kept with other content
   */
  void keep(CaseType type);

  Optional<CaseType> find(CaseTypeRef ref);

  /**
   * Modules on this node bring these types. That holds for so long, or until it is said again.
   *
   * @param at now, in business time
   * @param lease in real time of the database
   */
  void here(Set<String> types, Instant at, Duration lease);

  /**
   * These types are not on this node, or no longer. Whether they are here still depends on what
   * other nodes say, and on what this one said last.
   *
   * @param at when they left, in business time
   */
  void notHere(Set<String> types, Instant at);

  /** What is known of a type; empty when nobody ever said anything about it. */
  Optional<TypePresence> presence(String type);

  /** The same; and nobody says anything about it until this transaction has ended. */
  Optional<TypePresence> presenceHeld(String type);
}
