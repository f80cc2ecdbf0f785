package org.zhili.demo.city.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the script of the distribution, and a program in place of Karaf that never gets ready. */
class TownProcessTest {
  private static final long PATIENCE_SECONDS = 30;

  private final Path home;
  private final ScriptedHome scripts;
  private final TownProcess town;

  TownProcessTest(@TempDir Path home) throws IOException {
    this.home = home;
    scripts = new ScriptedHome(home, "zhili.http.port = ${env:PORT}\n");
    scripts.program("status", "#!/bin/sh\nexit 1\n");
    scripts.program(
        "karaf", "#!/bin/sh\necho $$ >\"$(dirname \"$0\")/../started\"\nexec sleep 600\n");
    int free = Ports.choose(Map.of()).http();
    town =
        new TownProcess(
            home, Map.of("ZHILI_HTTP_PORT", Integer.toString(free), "LC_ALL", "C.UTF-8"));
  }

  @AfterEach
  void leaveNothing() throws IOException {
    if (Files.exists(started())) {
      ProcessHandle.of(processId()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void a_town_is_stopped_while_it_is_being_started() throws Exception {
    CompletableFuture<Boolean> start = CompletableFuture.supplyAsync(this::start);
    until(() -> Files.exists(started()) && processId() > 0);

    town.stop();

    assertThat(start.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
    assertThat(ProcessHandle.of(processId()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_town_that_was_stopped_is_not_started() throws Exception {
    town.stop();

    assertThat(town.start()).isFalse();
    assertThat(started()).doesNotExist();
  }

  @Test
  void a_town_that_ends_while_it_is_started_is_not_waited_for() throws Exception {
    scripts.program("karaf", "#!/bin/sh\nexit 1\n");

    assertThat(town.start()).isFalse();
    assertThat(home.resolve("demo.log")).content().contains("The town ended while it was starting");
  }

  private boolean start() {
    try {
      return town.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path started() {
    return home.resolve("started");
  }

  private long processId() {
    try {
      String id = Files.readString(started()).strip();
      return id.isEmpty() ? 0 : Long.parseLong(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("time left").isNegative();
      Thread.onSpinWait();
    }
  }
}
