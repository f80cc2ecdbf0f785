package org.zhili.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.core.plugin.Named;
import org.zhili.text.Language;

class DriverCommandTest {
  private final SmallTown small = new SmallTown();

  @AfterEach
  void close() {
    small.close();
  }

  @Test
  void a_driver_is_tried_on_a_frame_and_taken_out_by_hand(@TempDir Path folder) throws IOException {
    Path frame = Files.write(folder.resolve("frame"), new byte[] {1, 2, 3});
    assertThat(driver("test", "@" + frame)).contains("MC-9  size = Measure[value=3.0]");
    assertThat(driver("test", "")).contains("It rejects the frame: empty");
    assertThat(driver("isolate", "")).contains("size is isolated");
    assertThat(driver("list", "")).contains("isolated by hand").contains("isolated  2 answered");
    assertThat(driver("list", "")).doesNotContain("trial");
    assertThat(driver("test", "01")).as("a person may try it").contains("1 readings");
    assertThat(driver("release", "")).contains("asked again");
    assertThat(driver("test", "01")).contains("1 readings");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_driver_whose_calls_hang_is_released_in_vain_and_that_is_said(Language language) {
    Semaphore open = new Semaphore(0);
    try {
      small.jam(open);
      assertThat(run(language, new DriverCommand(), "verb", "release", "id", "size"))
          .contains(language == Language.ZH ? "仍未恢复调用：" : "is still not asked:", "size@1")
          .doesNotContain("within a minute", "一分钟");
    } finally {
      open.release();
    }
  }

  @Test
  void of_two_with_as_good_a_claim_the_list_tells_that_chance_decides() {
    small.bringAnother();
    assertThat(driver("list", "")).contains("size@1 is here twice").containsOnlyOnce("twice");
  }

  @Test
  void a_driver_that_is_away_is_released_for_when_it_comes() {
    small.town.isolation().isolate(new Named("DeviceDriver", "absent"), "test");
    assertThat(run(Language.EN, new DriverCommand(), "verb", "release", "id", "absent"))
        .contains("absent is not isolated any more", "asked when it comes");
  }

  private String driver(String verb, String frame) {
    return run(
        Language.EN,
        new DriverCommand(),
        "verb",
        verb,
        "id",
        "size",
        "frame",
        frame,
        "device",
        "MC-9");
  }

  private String run(Language language, TownCommand command, String... arguments) {
    return new Console(language).run(small.town, command, arguments);
  }
}
