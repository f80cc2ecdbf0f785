package org.zhili.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.zhili.core.timer.TimerStore;
import org.zhili.core.trace.TraceStore;
import org.zhili.data.Database;
import org.zhili.data.Vendor;
import org.zhili.persistence.store.JdbcTimerStore;
import org.zhili.persistence.store.JdbcTraceStore;

/** A database that remembers the statements it was asked, to ask again how it runs them. */
final class SeenSql implements Database {
  private final Database database;
  private final List<String> statements = new ArrayList<>();

  SeenSql(Database database) {
    this.database = database;
  }

  TimerStore timers() {
    return new JdbcTimerStore(this);
  }

  TraceStore traces() {
    return new JdbcTraceStore(this);
  }

  int seen() {
    return statements.size();
  }

  /** How the database runs the first statement seen, with these arguments as SQL writes them. */
  String plan(String... arguments) {
    return plan(0, arguments);
  }

  /** The same for another. */
  String plan(int which, String... arguments) {
    String sql = statements.get(which);
    for (String argument : arguments) {
      if (sql.contains("?")) {
        sql = sql.replaceFirst("\\?", argument);
      }
    }
    String explain = "explain " + sql;
    return database.jdbc(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(explain)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
          }
        });
  }

  private Connection watched(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            SeenSql.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException wrapped) {
                throw wrapped.getTargetException();
              }
            });
  }

  @Override
  public <T> T inTransaction(Work<T> work) {
    return database.inTransaction(work);
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T jdbc(SqlWork<T> work) {
    return database.jdbc(connection -> work.apply(watched(connection)));
  }

  @Override
  public <T> T readJdbc(SqlWork<T> work) {
    return database.readJdbc(connection -> work.apply(watched(connection)));
  }

  @Override
  public void afterCommit(Runnable action) {
    database.afterCommit(action);
  }

  @Override
  public Vendor vendor() {
    return database.vendor();
  }
}
