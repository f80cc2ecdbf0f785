package org.zhili.core.alert;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.core.store.Transactions;

/** Where people see to alerts. Thread-safe. */
public final class AlertDesk {
  private final Transactions transactions;
  private final AlertStore alerts;
  private final InstantSource clock;

  public AlertDesk(Transactions transactions, AlertStore alerts, InstantSource clock) {
    this.transactions = transactions;
    this.alerts = alerts;
    this.clock = clock;
  }

  public Optional<NotedAlert> find(UUID id) {
    return transactions.read(() -> alerts.find(id));
  }

  /** Alerts by id, the latest first. */
  public List<NotedAlert> list(AlertStore.Query query) {
    return transactions.read(() -> alerts.list(query));
  }

  /** Take note of an alert in somebody's name; whoever did so first stays named. */
  public Optional<NotedAlert> acknowledge(UUID id, String account) {
    return transactions.run(
        () -> {
          alerts.acknowledge(id, new Acknowledgement(account, clock.instant()));
          return alerts.find(id);
        });
  }
}
