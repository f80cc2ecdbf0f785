package org.zhili.persistence.internal.durability;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.zhili.data.Vendor;
import org.zhili.persistence.Durability;

/** Forces committed work of an H2 file onto the disk, which H2 itself rarely does. */
public interface CommitSync extends AutoCloseable {

  /** H2 writes at each commit, but leaves it to the operating system to reach the disk. */
  String SYNC = "CHECKPOINT SYNC";

  /** Choose the way that keeps the promise asked for. */
  static CommitSync of(Vendor vendor, Durability durability, DataSource source, WriteTurn turn) {
    if (vendor == Vendor.POSTGRESQL) {
      return new Leave();
    }
    return switch (durability) {
      case COMMIT -> new EachCommit();
      case EVERY_SECOND -> new TimedSync(source, turn);
      case NONE -> new Leave();
    };
  }

  /** Called on the connection of a transaction right after its commit. */
  void committed(Connection connection) throws SQLException;

  /** Synchronise what is left, and end. */
  @Override
  default void close() {}

  /** Leaves it to the database or the operating system. */
  final class Leave implements CommitSync {
    @Override
    public void committed(Connection connection) {}
  }

  /** Lets no call return before its commit is on the disk. */
  final class EachCommit implements CommitSync {
    @Override
    public void committed(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SYNC);
      }
    }
  }
}
