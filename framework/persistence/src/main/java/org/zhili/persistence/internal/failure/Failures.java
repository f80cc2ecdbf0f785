package org.zhili.persistence.internal.failure;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;

/**
 * Turns what drivers and Hibernate throw into {@link DatabaseFailure}.
 *
 * <p>The messages made here carry no values out of rows; those are in the cause at most.
 */
public final class Failures {

  /** Longer chains of causes do not occur, except as circles. */
  private static final int DEPTH = 20;

  /** 08 connection, 53 no resources (disk, memory), 57 operator (shutdown), 58 system (I/O). */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

  /** A statement that was cancelled or ran out of time is no sign of a database in trouble. */
  private static final String CANCELED = "57014";

  /** Login refused; H2: file in use, closed, or not writable. */
  private static final Set<String> UNAVAILABLE_STATES =
      Set.of("28P01", "90013", "90020", "90028", "90030", "90031", "90067", "90098", "90121");

  /** Unique key, serialization, deadlock, lock not had in time; HYT00 and 90131 are H2's. */
  private static final Set<String> CONFLICT_STATES =
      Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

  private Failures() {}

  /** Make any throwable unchecked: ours translated, errors thrown, all others as they are. */
  public static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof SQLException || thrown instanceof PersistenceException) {
      return of(thrown);
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }

  /** Translate a failure of a driver, of Hibernate or of Flyway. */
  public static DatabaseFailure of(Throwable thrown) {
    return new DatabaseFailure(kindOf(thrown), words(kindOf(thrown)) + state(thrown), thrown);
  }

  /** Translate a failure to get a connection, which is always a matter of trying again. */
  public static DatabaseFailure noConnection(SQLException thrown) {
    return new DatabaseFailure(
        Kind.UNAVAILABLE, "no connection to the database" + state(thrown), thrown);
  }

  /** Find the kind by walking the chain of causes; the first that tells decides. */
  public static Kind kindOf(Throwable thrown) {
    return causes(thrown)
        .map(Failures::kindOfOne)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Kind.OTHER);
  }

  private static Optional<Kind> kindOfOne(Throwable thrown) {
    if (thrown instanceof DatabaseFailure failure) {
      return Optional.of(failure.kind());
    }
    if (thrown instanceof OptimisticLockException
        || thrown instanceof PessimisticLockException
        || thrown instanceof LockTimeoutException
        || thrown instanceof EntityExistsException) {
      return Optional.of(Kind.CONFLICT);
    }
    if (thrown instanceof SQLTransientConnectionException
        || thrown instanceof SQLNonTransientConnectionException
        || thrown instanceof SQLRecoverableException) {
      return Optional.of(Kind.UNAVAILABLE);
    }
    return thrown instanceof SQLException sql && sql.getSQLState() != null
        ? kindOfState(sql.getSQLState())
        : Optional.empty();
  }

  private static Optional<Kind> kindOfState(String state) {
    if (CONFLICT_STATES.contains(state)) {
      return Optional.of(Kind.CONFLICT);
    }
    if (state.equals(CANCELED)) {
      return Optional.of(Kind.OTHER);
    }
    boolean unavailable =
        UNAVAILABLE_STATES.contains(state)
            || (state.length() == 5 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
    return unavailable ? Optional.of(Kind.UNAVAILABLE) : Optional.empty();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, Failures::next)
        .flatMap(Optional::stream)
        .limit(DEPTH);
  }

  /** A failed batch keeps the true reason in its chain of SQL exceptions, not in its cause. */
  private static Optional<Throwable> next(Optional<Throwable> thrown) {
    return thrown.flatMap(
        one ->
            one instanceof SQLException sql && sql.getNextException() != null
                ? Optional.of(sql.getNextException())
                : Optional.ofNullable(one.getCause()));
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> "the database is not available";
      case CONFLICT -> "somebody else changed or locked the same rows";
      case OTHER -> "the database refused";
    };
  }

  private static String state(Throwable thrown) {
    return causes(thrown)
        .filter(SQLException.class::isInstance)
        .map(sql -> ((SQLException) sql).getSQLState())
        .filter(state -> state != null && !state.isEmpty())
        .findFirst()
        .map(state -> " (SQLState " + state + ")")
        .orElse("");
  }
}
