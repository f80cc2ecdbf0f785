package org.zhili.itests;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.itests.SwapProbe.Change;
import org.zhili.itests.slow.SlowModel;

/** A bundle that is changed in the middle of a call, on a real framework. */
@ExtendWith(SharedTown.class)
class SwapIT {
  private static final Path JAR = Path.of(System.getProperty("it.dir"), "slow.jar");

  private final ExamTown town;

  SwapIT(ExamTown town) {
    this.town = town;
  }

  @BeforeAll
  static void make() throws Exception {
    BundleJar.of(SlowModel.class, JAR);
  }

  static Stream<Arguments> changes() {
    return Arrays.stream(Change.values())
        .flatMap(change -> Stream.of(true, false).map(late -> Arguments.of(change, late)));
  }

  @ParameterizedTest(name = "{0}, needs a class that is not loaded yet: {1}")
  @MethodSource("changes")
  void the_change_waits_and_the_call_completes(Change change, boolean lateClass) throws Exception {
    town.inside(
        SwapProbe.class,
        "theCallCompletes",
        change.name(),
        JAR.toAbsolutePath().toString(),
        lateClass);
  }

  @ParameterizedTest
  @EnumSource
  void a_call_that_does_not_end_is_withdrawn_and_the_change_is_made(Change change)
      throws Exception {
    town.inside(
        SwapProbe.class, "tooLateIsWithdrawn", change.name(), JAR.toAbsolutePath().toString());
  }
}
