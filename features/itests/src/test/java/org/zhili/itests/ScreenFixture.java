package org.zhili.itests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser before the town that tests share, with everybody's password chosen. */
@ExtendWith(SharedTown.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScreenFixture {
  /** What would run if it were not shown as text. */
  static final String XSS = "<img src=x onerror=alert(1)><script>alert(2)</script>";

  private Optional<Screen> open = Optional.empty();
  private Optional<Town> shared = Optional.empty();

  @BeforeAll
  final void open(Town town) {
    Optional<Path> chromium = Screen.chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine; .ci/run installs one");
    town.people().operator();
    town.people().supervisor();
    town.people().administrator();
    shared = Optional.of(town);
    open = chromium.map(place -> Screen.of(place, town));
  }

  @AfterEach
  final void leave() {
    screen().leave();
  }

  @AfterAll
  final void close() {
    open.ifPresent(Screen::close);
  }

  Town town() {
    return shared.orElseThrow();
  }

  Screen screen() {
    return open.orElseThrow();
  }
}
