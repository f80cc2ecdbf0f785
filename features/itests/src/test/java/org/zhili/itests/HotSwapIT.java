package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Driver, strategy, scoring model and module of a busy town are updated over and over. */
@ExtendWith(SharedTown.class)
class HotSwapIT {
  private static final int ROUNDS = System.getProperty("zhili.rounds").equals("full") ? 100 : 10;
  private static final int COVERS = 5;

  private final ExamTown exam;
  private final Town town;

  HotSwapIT(ExamTown exam) {
    this.exam = exam;
    this.town = exam.town();
  }

  @Test
  void every_number_is_stored_once_and_nobody_else_is_touched() throws Exception {
    List<Cover> covers =
        IntStream.range(0, COVERS).mapToObj(i -> Cover.of(town, "swap-" + i)).toList();
    int mark = town.log().mark();
    List<Integer> counted;
    try (Cover tilted = Cover.of(town, "swap-tilted");
        NumberedLoad load = new NumberedLoad(town, "swap-gateway", covers)) {
      tilted.says("tilted");
      exam.inside(
          HotSwapProbe.class,
          "swaps",
          ROUNDS,
          town.home().resolve("system").toString(),
          Path.of(System.getProperty("it.dir"), "hot-swap.txt").toAbsolutePath().toString());
      counted = load.end();
      tilted.onlyCase().ledBy("municipal-works");
    }
    for (int i = 0; i < COVERS; i++) {
      exam.inside(
          NumbersProbe.class, "areStoredOnce", covers.get(i).id(), "temperature", counted.get(i));
    }
    assertThat(Log.refreshes(town.log().since(mark))).isEmpty();
    assertThat(town.log().since(mark)).noneMatch(line -> line.contains("The town of "));
  }
}
