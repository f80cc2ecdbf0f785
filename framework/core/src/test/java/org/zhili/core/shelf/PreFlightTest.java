package org.zhili.core.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.text.Wording;

class PreFlightTest {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void jars_need_room_for_themselves_their_copies_and_the_version_before() {
    List<JarFacts> together = List.of(jar("com.acme.bin", 2), jar("com.acme.codec", 3));

    assertThat(PreFlight.objections(with(15 * MEBIBYTE), together, List.of())).isEmpty();
    assertThat(ShelfWords.all(PreFlight.objections(with(15 * MEBIBYTE - 1), together, List.of())))
        .containsExactly(
            new Wording(
                "需要 15 MiB 空间，只剩 14 MiB；请在 data/ 所在磁盘上腾出空间。",
                "15 MiB of room are needed, and 14 MiB are free; make room on the disk of data/."));
  }

  private static Surroundings with(long freeBytes) {
    return new Surroundings(Map.of(), Set.of(), Set.of(), Map.of(), "17", freeBytes);
  }

  private static JarFacts jar(String name, long mebibytes) {
    return new JarFacts(
        name,
        "1.0.0",
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new JarFacts.Content("", mebibytes * MEBIBYTE, List.of(), Set.of()));
  }
}
