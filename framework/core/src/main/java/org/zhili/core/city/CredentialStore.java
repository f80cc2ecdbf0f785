package org.zhili.core.city;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps credentials. Every call joins the transaction of its caller. */
public interface CredentialStore {
  /** Write a credential; one of the same name is replaced. */
  void save(Credential credential);

  Optional<Credential> find(String username);

  /**
   * Those that hold, by name.
   *
   * @param after go on behind this name
   */
  List<Credential> holding(Optional<String> after, int limit);

  /** Mark as revoked; false when there is none that holds. */
  boolean revoke(String username, Instant at);
}
