package org.zhili.core.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.InMemoryIngestStore;
import org.zhili.core.store.InMemoryTable;
import org.zhili.core.store.InMemoryTransactions;

/** What the ingestion fake was given, to be read and acknowledged. */
public final class InMemoryAlertStore implements AlertStore {
  private final InMemoryIngestStore ingest;
  private final InMemoryTransactions transactions;
  private final InMemoryTable<UUID, Acknowledgement> acknowledged;

  public InMemoryAlertStore(InMemoryIngestStore ingest, InMemoryTransactions transactions) {
    this.ingest = ingest;
    this.transactions = transactions;
    this.acknowledged = new InMemoryTable<>(transactions);
  }

  @Override
  public Optional<NotedAlert> find(UUID id) {
    return ingest.alert(id).map(this::noted);
  }

  private NotedAlert noted(Alert alert) {
    return new NotedAlert(alert, acknowledged.get(alert.id()));
  }

  @Override
  public List<NotedAlert> list(Query query) {
    return ingest.alerts().stream()
        .filter(a -> query.open().map(open -> open == a.clearedAt().isEmpty()).orElse(true))
        .filter(a -> query.device().map(a.device().id()::equals).orElse(true))
        .filter(a -> query.areas().isEmpty() || query.areas().contains(a.device().area()))
        .filter(a -> query.after().map(last -> order(a.id(), last) < 0).orElse(true))
        .sorted(Comparator.comparing(Alert::id, InMemoryAlertStore::order).reversed())
        .limit(query.limit())
        .map(this::noted)
        .toList();
  }

  private static int order(UUID one, UUID other) {
    return one.toString().compareTo(other.toString());
  }

  @Override
  public boolean acknowledge(UUID id, Acknowledgement acknowledgement) {
    return transactions.run(
        () -> ingest.alert(id).isPresent() && acknowledged.add(id, acknowledgement));
  }
}
