package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.zhili.data.Database;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.ModuleSchema;
import org.zhili.persistence.modules.SampleSchema;
import org.zhili.persistence.modules.Tally;

/** How a module leaves: its work ends, its classes are forgotten, its name is free. */
interface LeavingRules extends Fixture {

  int REDEPLOYS = 20;

  @Test
  default void a_closed_schema_refuses_work_as_unavailable() {
    OpenSchema open = town().engine.open(SampleSchema.tallies());
    open.close();
    open.close();
    assertThat(Town.failure(() -> open.database().read(entities -> true)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  default void a_name_is_taken_until_its_schema_is_closed() {
    OpenSchema first = town().engine.open(SampleSchema.tallies());
    assertThat(Town.failure(() -> town().engine.open(SampleSchema.tallies())).kind())
        .isEqualTo(Kind.CONFLICT);
    first.close();
    try (OpenSchema second = town().engine.open(SampleSchema.tallies())) {
      assertThat(Town.count(second.database(), "tallies_tally")).isZero();
    }
  }

  @Test
  default void closing_waits_for_work_in_flight_and_lets_it_commit() throws InterruptedException {
    OpenSchema open = town().engine.open(SampleSchema.tallies());
    Database tallies = open.database();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> work =
          threads.submit(
              () ->
                  tallies.inTransaction(
                      entities -> {
                        inside.countDown();
                        await(refused);
                        tallies.run(nested -> nested.persist(new Tally("in flight", 1)));
                        return true;
                      }));
      inside.await();
      Future<?> closing = threads.submit(open::close);
      assertThat(Parallel.comesTrue(() -> refuses(tallies))).isTrue();
      assertThat(closing.isDone()).isFalse();
      refused.countDown();
      assertThat(Parallel.answer(work)).isTrue();
      Parallel.answer(closing);
    } finally {
      threads.shutdown();
    }
    assertThat(Town.count(town().tallies(), "tallies_tally")).isEqualTo(1);
  }

  @Test
  default void a_module_may_be_closed_from_within_its_own_work() {
    OpenSchema open = town().engine.open(SampleSchema.tallies());
    boolean answered =
        open.database()
            .readJdbc(
                connection -> {
                  open.close();
                  return true;
                });
    assertThat(answered).isTrue();
  }

  @Test
  default void a_closed_engine_opens_nothing_more() {
    town().engine.close();
    assertThat(Town.failure(town()::tallies).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  default void classes_of_a_module_that_left_are_collected() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < REDEPLOYS; i++) {
      loaders.add(openUseAndClose());
    }
    Parallel.comesTrue(
        () -> {
          System.gc();
          return alive(loaders) == 0;
        });
    assertThat(alive(loaders)).as("of %s loaders", REDEPLOYS).isZero();
  }

  private WeakReference<ClassLoader> openUseAndClose() throws Exception {
    try (ThrowAwayLoader loader = new ThrowAwayLoader()) {
      Object module = loader.module();
      try (OpenSchema open = town().engine.open((ModuleSchema) module)) {
        @SuppressWarnings("unchecked") // its own class says so
        Function<Database, String> use = (Function<Database, String>) module;
        assertThat(use.apply(open.database())).isEqualTo("Parcel$last");
      }
      return new WeakReference<>(loader);
    }
  }

  private static long alive(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static boolean refuses(Database database) {
    try {
      return !database.readJdbc(connection -> true);
    } catch (DatabaseFailure closing) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
