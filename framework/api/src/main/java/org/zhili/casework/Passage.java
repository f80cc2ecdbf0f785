package org.zhili.casework;

import java.util.Set;

/**
 * A way from one step to another.
 *
 * @param action what the actor calls it, such as {@code accept}
 * @param roles who may take it
 * @param evidence kinds of evidence that must come with it, such as {@code photo-after}
 */
public record Passage(
    String from,
    String action,
    String to,
    Set<String> roles,
    Set<Guard> guards,
    Set<String> evidence) {
  public Passage {
    roles = Set.copyOf(roles);
    guards = Set.copyOf(guards);
    evidence = Set.copyOf(evidence);
  }
}
