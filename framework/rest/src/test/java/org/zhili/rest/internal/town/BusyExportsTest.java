package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.resources.TestTown;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Workbooks;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;
import org.zhili.sheets.Column;
import org.zhili.sheets.Table;
import org.zhili.text.Wording;

/** More lists are asked for at once than are written at a time. */
class BusyExportsTest {
  private static final int AT_A_TIME = 4;

  private final CountDownLatch letIn = new CountDownLatch(1);
  private final CountDownLatch writing = new CountDownLatch(AT_A_TIME);
  private final CompletableFuture<String> row = new CompletableFuture<>();
  private final ExecutorService callers = Executors.newFixedThreadPool(AT_A_TIME + 1);
  private final LiveTown town =
      new LiveTown(new TestTown(), List.of(new LiveTown.Tokens()), List.of(new SlowList()));

  @AfterEach
  void close() {
    row.complete("never mind");
    callers.shutdownNow();
    town.close();
  }

  /** A list that is written for as long as its row is waited for. */
  @Path("slow-list")
  public final class SlowList {
    @GET
    @Allowed(Role.ADMINISTRATOR)
    public Response list(@Context HttpHeaders headers, @Context SecurityContext security) {
      Table<String> table =
          new Table<>(
              Wording.same("slow"), List.of(Column.text(Wording.same("row"), 9, text -> text)));
      return new Workbooks(InstantSource.system(), () -> ZoneOffset.UTC, Workbooks.MOST_ROWS)
          .answer(
              Asker.of(security, headers),
              "slow-list",
              table,
              Stream.generate(this::waitedFor).limit(1).iterator());
    }

    /** Let in while others may still begin, and written once all of them write. */
    @GET
    @Path("late")
    @Allowed(Role.ADMINISTRATOR)
    public Response late(@Context HttpHeaders headers, @Context SecurityContext security)
        throws InterruptedException {
      Response answer = list(headers, security);
      letIn.countDown();
      assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();
      return answer;
    }

    private String waitedFor() {
      writing.countDown();
      return row.join();
    }
  }

  private Town.Answer get(String path) {
    return town.answer(Try.of("GET", path, Role.ADMINISTRATOR, ""));
  }

  private List<CompletableFuture<Town.Answer>> asManyAsWrite() throws InterruptedException {
    List<CompletableFuture<Town.Answer>> slow =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> get("/slow-list"), callers))
            .limit(AT_A_TIME)
            .toList();
    assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();
    return slow;
  }

  private void areWritten(List<CompletableFuture<Town.Answer>> slow) throws Exception {
    row.complete("at last");
    for (CompletableFuture<Town.Answer> one : slow) {
      assertThat(one.get().workbook()).contains("at last");
    }
  }

  private static void isRefused(Town.Answer answer) {
    assertThat(answer.status() + " " + answer.code()).isEqualTo("503 ZL-3197");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.response().headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void whoever_comes_too_many_is_told_when_to_come_again() throws Exception {
    List<CompletableFuture<Town.Answer>> slow = asManyAsWrite();
    isRefused(get("/exports/assets"));
    areWritten(slow);
    assertThat(get("/exports/assets").status()).isEqualTo(200);
  }

  @Test
  void whoever_was_let_in_and_is_too_late_is_told_so_and_gets_no_broken_file() throws Exception {
    CompletableFuture<Town.Answer> late =
        CompletableFuture.supplyAsync(() -> get("/slow-list/late"), callers);
    assertThat(letIn.await(30, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Town.Answer>> slow = asManyAsWrite();
    isRefused(late.get());
    areWritten(slow);
  }
}
