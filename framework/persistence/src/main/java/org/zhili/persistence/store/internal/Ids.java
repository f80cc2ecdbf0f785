package org.zhili.persistence.store.internal;

import java.util.Set;
import java.util.UUID;

/** Ids as the one argument of {@code any(?)}. */
public record Ids(Set<UUID> ids) {
  public static Ids of(Set<UUID> ids) {
    return new Ids(Set.copyOf(ids));
  }
}
