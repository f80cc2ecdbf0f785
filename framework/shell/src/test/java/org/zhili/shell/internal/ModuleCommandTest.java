package org.zhili.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.shelf.ShelfTrust;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.text.Language;
import org.zhili.text.Wording;

class ModuleCommandTest {
  /** Says back what it was asked. */
  static final class EchoingShelf implements PluginShelf {
    @Override
    public Outcome install(Path source) {
      return done("install " + source);
    }

    @Override
    public Outcome install(Path source, String called) {
      return install(source);
    }

    @Override
    public Outcome update(Path source) {
      return new Outcome.Refused(List.of(Wording.same("update " + source)));
    }

    @Override
    public Outcome remove(String name) {
      return done("remove " + name);
    }

    @Override
    public Outcome rollback(String name) {
      return done("rollback " + name);
    }

    private static Outcome done(String sentence) {
      return new Outcome.Done(List.of(Wording.same(sentence)));
    }

    @Override
    public ShelfTrust trust() {
      return new ShelfTrust(SignatureCheck.Policy.WARN, List.of(), List.of());
    }

    @Override
    public List<ShelfEntry> list() {
      return List.of(
          new ShelfEntry(
              "com.acme.trash-bin",
              "1.1.0",
              ShelfEntry.State.IN_USE,
              List.of("bin-v2"),
              List.of(new Wording("它带来驱动 bin-v2。", "It brings driver bin-v2.")),
              "/media/usb/trash-bin-1.1.jar",
              Instant.parse("2026-05-11T01:00:00Z"),
              Optional.of("1.0.0")),
          new ShelfEntry(
              "com.acme.lamp",
              "2.0.0",
              ShelfEntry.State.KEPT_OUT,
              List.of(),
              List.of(new Wording("它的厂商不再受信任。", "Its vendor is trusted no more.")),
              "deploy/lamp.jar",
              Instant.parse("2026-05-11T01:00:00Z"),
              Optional.empty()),
          new ShelfEntry(
              "com.other.bin",
              "1.1.0",
              ShelfEntry.State.IDLE,
              List.of("bin-v2"),
              List.of(new Wording("bin-v2 有两份。", "bin-v2 is here twice.")),
              "deploy/bin.jar",
              Instant.parse("2026-05-11T01:00:00Z"),
              Optional.empty()),
          new ShelfEntry(
              "half.jar",
              "",
              ShelfEntry.State.REFUSED,
              List.of(),
              List.of(new Wording("文件不完整。", "It is not whole.")),
              "/media/usb/half.jar",
              Instant.parse("2026-05-11T01:00:00Z"),
              Optional.empty()));
    }
  }

  private static String run(Language language, String... arguments) {
    return new Console(language).run(new EchoingShelf(), new ModuleCommand(), arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "remove", "rollback"})
  void what_the_shelf_says_is_printed(String verb) {
    assertThat(run(Language.EN, "verb", verb, "what", "trash-bin").strip())
        .isEqualTo(verb + " trash-bin");
  }

  @Test
  void a_refusal_stands_out() {
    assertThat(run(Language.EN, "verb", "update", "what", "a.jar").strip())
        .isEqualTo("[!] update a.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"trash-bin", "com.acme.trash-bin", "bin-v2", "trash-bin-1.1.jar", "trash-bin-1.1"})
  void one_may_ask_by_any_name(String name) {
    assertThat(run(Language.EN, "verb", "why", "what", name))
        .contains("com.acme.trash-bin  1.1.0  in use", "It brings driver bin-v2.", "1.0.0");
  }

  @Test
  void what_nobody_knows_is_said_so() {
    assertThat(run(Language.ZH, "verb", "why", "what", "door")).contains("没有名为 door 的插件");
  }

  @Test
  void files_that_were_refused_are_listed_and_not_counted_as_plug_ins() {
    assertThat(run(Language.EN, "verb", "list"))
        .contains("brings bin-v2  from /media/usb/trash-bin-1.1.jar")
        .contains("com.acme.lamp  2.0.0  kept out  from deploy/lamp.jar")
        .containsPattern("com.other.bin  1.1.0  .* from deploy/bin.jar\\R  bin-v2 is here twice")
        .doesNotContain("It brings driver")
        .contains("Plug-ins: 3", "Files refused lately: 1");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_answer_is_a_whole_sentence(Language language) {
    assertThat(
            List.of(
                run(language, "verb", "list"),
                run(language, "verb", "install"),
                run(language, "verb", "nonsense", "what", "x"),
                new Console(language).run((PluginShelf) null, new ModuleCommand(), "verb", "list")))
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("shell.", "{0}"));
  }
}
