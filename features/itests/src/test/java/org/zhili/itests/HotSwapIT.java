package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Driver, strategy, scoring model and module of a busy town are updated over and over. */
@ExtendWith(SharedTown.class)
class HotSwapIT {
  private static final Logger LOG = LoggerFactory.getLogger(HotSwapIT.class);
  private static final int ROUNDS = "full".equals(System.getProperty("zhili.rounds")) ? 100 : 10;
  private static final int COVERS = 5;

  /** Frames a second, at least, all the time that plug-ins are updated. */
  private static final double RATE = 100;

  private final ExamTown exam;
  private final Town town;

  HotSwapIT(ExamTown exam) {
    this.exam = exam;
    this.town = exam.town();
  }

  @Test
  void every_number_is_stored_once_and_nobody_else_is_touched() throws Exception {
    Path figures = Path.of(System.getProperty("it.dir"), "hot-swap.txt").toAbsolutePath();
    List<Cover> covers =
        IntStream.range(0, COVERS).mapToObj(i -> Cover.of(town, "swap-" + i)).toList();
    int mark = town.log().mark();
    List<Integer> counted;
    try (Cover tilted = Cover.of(town, "swap-tilted");
        NumberedLoad load = new NumberedLoad(town, "swap-gateway", covers)) {
      tilted.says("tilted");
      int sent = load.sent();
      long begin = System.nanoTime();
      exam.inside(HotSwapProbe.class, "swaps", ROUNDS, town.home().toString(), figures.toString());
      double seconds = (System.nanoTime() - begin) / 1e9;
      double rate = (load.sent() - sent) / seconds;
      counted = load.end();
      tell(figures, rate, seconds, counted);
      assertThat(rate).isGreaterThanOrEqualTo(RATE);
      tilted.onlyCase().ledBy("municipal-works");
    }
    for (int i = 0; i < COVERS; i++) {
      exam.inside(
          NumbersProbe.class, "areStoredOnce", covers.get(i).id(), "temperature", counted.get(i));
    }
    assertThat(Log.refreshes(town.log().since(mark))).isEmpty();
    assertThat(town.log().since(mark)).noneMatch(line -> line.contains("The town of "));
  }

  private static void tell(Path figures, double rate, double seconds, List<Integer> counted)
      throws IOException {
    LOG.info(
        "{} updates of each in {} s, {} numbers at {}/s",
        ROUNDS,
        Math.round(seconds),
        counted.stream().mapToInt(Integer::intValue).sum(),
        Math.round(rate));
    Map<String, List<List<Long>>> byPart =
        Files.readAllLines(figures).stream()
            .map(line -> line.split(" "))
            .collect(
                Collectors.groupingBy(
                    cells -> cells[0],
                    TreeMap::new,
                    Collectors.mapping(
                        cells -> Stream.of(cells).skip(1).map(Long::valueOf).toList(),
                        Collectors.toList())));
    byPart.forEach(
        (part, swaps) ->
            LOG.info(
                "{}: took {}; nobody to ask {}; nothing stored {}, and {} in between"
                    + " (ms: median, p99, worst)",
                part,
                spread(swaps, 0),
                spread(swaps, 1),
                spread(swaps, 2),
                spread(swaps, 3)));
  }

  private static String spread(List<List<Long>> swaps, int figure) {
    List<Long> all = swaps.stream().map(swap -> swap.get(figure)).sorted().toList();
    return Stream.of(0.5, 0.99, 1.0)
        .map(share -> all.get((int) Math.ceil(share * all.size()) - 1) / 1000.0)
        .map("%.1f"::formatted)
        .collect(Collectors.joining(", "));
  }
}
