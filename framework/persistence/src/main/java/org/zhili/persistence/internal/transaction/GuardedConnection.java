package org.zhili.persistence.internal.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lends out the connection of a transaction without the power to end that transaction. */
final class GuardedConnection implements InvocationHandler {

  /** What ends a transaction or changes its nature; {@code rollback(Savepoint)} does not. */
  private static final Set<String> RESERVED =
      Set.of(
          "commit",
          "rollback",
          "close",
          "abort",
          "setAutoCommit",
          "setReadOnly",
          "setTransactionIsolation");

  private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

  private final Connection connection;
  private final boolean silent;

  private GuardedConnection(Connection connection, boolean silent) {
    this.connection = connection;
    this.silent = silent;
  }

  /**
   * Guard for Hibernate, which commits at the end of each module's part: that does nothing here.
   */
  static Connection silent(Connection connection) {
    return proxy(new GuardedConnection(connection, true));
  }

  /** Guard for authors of SQL, who would wonder why their commit or rollback did nothing. */
  static Connection strict(Connection connection) {
    return proxy(new GuardedConnection(connection, false));
  }

  private static Connection proxy(GuardedConnection guard) {
    ClassLoader loader = GuardedConnection.class.getClassLoader();
    return (Connection) Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, guard);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (isReserved(method)) {
      if (silent || method.getName().equals("close")) {
        return null;
      }
      throw new SQLException(
          method.getName() + " belongs to Database, which ends the transaction by itself",
          INVALID_TRANSACTION_TERMINATION);
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getTargetException();
    }
  }

  private static boolean isReserved(Method method) {
    boolean toSavepoint = method.getName().equals("rollback") && method.getParameterCount() == 1;
    return RESERVED.contains(method.getName()) && !toSavepoint;
  }
}
