package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a program that hangs ends with all it started. */
class ProgramIT {
  @Test
  void one_that_ends_tells_how_and_what_it_said() throws Exception {
    assertThat(Program.run(shell("echo here; echo there >&2; exit 3"), Duration.ofMinutes(1)))
        .isEqualTo(new Program.Ended(3, "here\nthere\n"));
  }

  @Test
  void one_that_hangs_is_ended_with_all_that_it_started() {
    long before = sleepers();
    assertThatThrownBy(
            () -> Program.run(shell("echo hanging; sleep 600; true"), Duration.ofSeconds(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not end within PT1S", "hanging");

    Eventually.passes(() -> assertThat(sleepers()).isEqualTo(before));
  }

  private static long sleepers() {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("sleep 600"))
        .count();
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script);
  }
}
