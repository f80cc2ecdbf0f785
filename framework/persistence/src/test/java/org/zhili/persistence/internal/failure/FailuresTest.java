package org.zhili.persistence.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;

class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    "08006, UNAVAILABLE", // connection lost
    "53100, UNAVAILABLE", // disk full
    "53300, UNAVAILABLE", // too many connections
    "57P01, UNAVAILABLE", // server shuts down
    "58030, UNAVAILABLE", // I/O error
    "28P01, UNAVAILABLE", // password being changed
    "90098, UNAVAILABLE", // H2 closed
    "90028, UNAVAILABLE", // H2 cannot write
    "90020, UNAVAILABLE", // H2 file in use by another process
    "23505, CONFLICT", // unique key
    "40001, CONFLICT", // serialization, H2 deadlock
    "40P01, CONFLICT", // deadlock
    "55P03, CONFLICT", // lock not available
    "HYT00, CONFLICT", // H2 lock timeout
    "23503, OTHER", // foreign key
    "22001, OTHER", // value too long
    "25006, OTHER", // write in a transaction that reads
    "42601, OTHER", // syntax
    "57014, OTHER", // canceled, as by a time limit
    "90123, OTHER",
  })
  void the_state_tells_the_kind(String state, Kind kind) {
    assertThat(Failures.kindOf(new SQLException("reason", state))).isEqualTo(kind);
    DatabaseFailure failure = Failures.of(new PersistenceException(new SQLException("r", state)));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(state);
  }

  @Test
  void a_batch_keeps_its_reason_beside_the_causes() {
    BatchUpdateException batch = new BatchUpdateException(new int[0]);
    batch.setNextException(new SQLException("taken", "23505"));
    assertThat(Failures.kindOf(batch)).isEqualTo(Kind.CONFLICT);
  }

  @Test
  void what_has_no_state_is_told_by_its_type() {
    assertThat(Failures.kindOf(new OptimisticLockException())).isEqualTo(Kind.CONFLICT);
    assertThat(Failures.kindOf(new SQLTransientConnectionException("pool is empty")))
        .isEqualTo(Kind.UNAVAILABLE);
    assertThat(Failures.kindOf(new SQLException("no state"))).isEqualTo(Kind.OTHER);
  }

  @Test
  void a_circle_of_causes_comes_to_an_end() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));
    assertThat(Failures.kindOf(one)).isEqualTo(Kind.OTHER);
  }

  @Test
  void exceptions_of_the_work_itself_pass_unchanged() {
    RuntimeException own = new UnsupportedOperationException();
    assertThat(Failures.unchecked(own)).isSameAs(own);
    DatabaseFailure known = new DatabaseFailure(Kind.CONFLICT, "known", null);
    assertThat(Failures.unchecked(known)).isSameAs(known);
    assertThatThrownBy(() -> Failures.unchecked(new AssertionError("error")))
        .isInstanceOf(AssertionError.class);
  }
}
