package org.zhili.core.city;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** Credentials without a database. */
public final class InMemoryCredentialStore implements CredentialStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, Credential> credentials;

  public InMemoryCredentialStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.credentials = new InMemoryTable<>(transactions);
  }

  @Override
  public void save(Credential credential) {
    credentials.put(credential.username(), credential);
  }

  @Override
  public Optional<Credential> find(String username) {
    return credentials.get(username);
  }

  @Override
  public List<Credential> holding(Optional<String> after, int limit) {
    return credentials.all().stream()
        .filter(c -> c.revokedAt().isEmpty() && c.username().compareTo(after.orElse("")) > 0)
        .sorted(Comparator.comparing(Credential::username))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean revoke(String username, Instant at) {
    return transactions.run(
        () -> {
          Optional<Credential> holding = find(username).filter(c -> c.revokedAt().isEmpty());
          holding.ifPresent(c -> save(revoked(c, at)));
          return holding.isPresent();
        });
  }

  private static Credential revoked(Credential c, Instant at) {
    return new Credential(
        c.username(),
        c.salt(),
        c.hash(),
        c.publish(),
        c.subscribe(),
        c.issuedAt(),
        Optional.of(at));
  }
}
