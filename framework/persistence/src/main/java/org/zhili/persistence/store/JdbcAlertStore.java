package org.zhili.persistence.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhili.core.alert.AlertStore;
import org.zhili.core.alert.NotedAlert;
import org.zhili.core.alert.NotedAlert.Acknowledgement;
import org.zhili.data.Database;
import org.zhili.persistence.store.internal.AlertTable;
import org.zhili.persistence.store.internal.Sql;

/** Alerts for people, from the table that ingestion writes. */
public final class JdbcAlertStore implements AlertStore {
  private final AlertTable alerts;

  public JdbcAlertStore(Database database) {
    this.alerts = new AlertTable(new Sql(database));
  }

  @Override
  public Optional<NotedAlert> find(UUID id) {
    return alerts.noted(id);
  }

  @Override
  public List<NotedAlert> list(Query query) {
    return alerts.list(query);
  }

  @Override
  public boolean acknowledge(UUID id, Acknowledgement acknowledgement) {
    return alerts.acknowledge(id, acknowledgement);
  }
}
