package org.zhili.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseState;
import org.zhili.casework.Standing;
import org.zhili.core.casework.SampleTypes;
import org.zhili.core.dispatch.WorkOrder;
import org.zhili.core.ingest.Alarm;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.plugin.Answer;
import org.zhili.core.plugin.Circuit;
import org.zhili.core.plugin.PluginStatus;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.town.QuietTown;
import org.zhili.core.trace.TraceLog;
import org.zhili.frame.Station;
import org.zhili.id.DeviceId;
import org.zhili.text.Language;

class CommandsTest {
  private final SmallTown small = new SmallTown();

  @AfterEach
  void close() {
    small.close();
  }

  private String run(Language language, TownCommand command, String... arguments) {
    return new Console(language).run(small.town, command, arguments);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_command_speaks_whole_sentences(Language language) {
    String number = small.file.number();
    small.bury(1);
    List<String> said =
        List.of(
            run(language, new Status()),
            run(language, new DoctorCommand(), "deep", "true"),
            run(language, new DeviceCommand(), "verb", "list"),
            run(language, new DeviceCommand(), "verb", "show", "id", SmallTown.DEVICE),
            run(language, new DeviceCommand(), "verb", "credential", "id", SmallTown.DEVICE),
            run(language, new DeviceCommand(), "verb", "revoke", "id", SmallTown.DEVICE),
            run(language, new DeviceCommand(), "verb", "revoke", "id", SmallTown.DEVICE),
            run(language, new DeviceCommand(), "verb", "nonsense"),
            run(language, new DeviceCommand(), "verb", "show", "id", "no such/device"),
            run(language, new CaseCommand(), "verb", "list"),
            run(language, new DeviceCommand(), "verb", "approve"),
            run(language, new DeviceCommand(), "verb", "dismiss", "id", "nobody"),
            run(language, new CaseCommand(), "verb", "show", "number", number),
            run(language, new CaseCommand(), "verb", "show", "number", "ZL-0"),
            run(language, new CaseCommand(), "verb", "nonsense"),
            run(language, new TraceCommand(), "number", number),
            run(language, new TraceCommand(), "number", "ZL-0"),
            run(language, new DeadCommand(), "verb", "list"),
            run(language, new DeadCommand(), "verb", "replay", "id", "none"),
            run(language, new DeadCommand(), "verb", "nonsense"),
            run(language, new QuarantineCommand(), "verb", "replay", "id", "none"),
            run(language, new QuarantineCommand(), "verb", "nonsense"),
            run(language, new DriverCommand(), "verb", "list"),
            run(language, new DriverCommand(), "verb", "test", "id", "size", "frame", "0102"),
            run(language, new DriverCommand(), "verb", "test", "id", "size", "frame", "xyz"),
            run(language, new DriverCommand(), "verb", "test", "id", "size", "frame", "@/no"),
            run(language, new DriverCommand(), "verb", "isolate", "id", "size"),
            run(language, new DriverCommand(), "verb", "test", "id", "size", "frame", "0102"),
            run(language, new DriverCommand(), "verb", "release", "id", "size"),
            run(language, new DriverCommand(), "verb", "isolate", "id", "absent"),
            run(language, new DriverCommand(), "verb", "nonsense", "id", "size"),
            password(language, "value", "123456"),
            password(language));

    assertThat(said)
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("shell.", "{0}", "{1}"));
    assertThat(said.get(9)).contains(number);
    assertThat(said.get(4)).contains(SmallTown.DEVICE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void accounts_for_a_broker_of_the_city_are_written_for_their_owner_only(
      Language language, @TempDir Path folder) throws IOException {
    run(language, new DeviceCommand(), "verb", "credential", "id", SmallTown.DEVICE);
    String first = acl(language, "mosquitto", folder);
    assertThat(first).contains("zhili-node", folder.toString()).doesNotContain("shell.", "{0}");
    assertThat(acl(language, "emqx", folder)).doesNotContain("zhili-node", "shell.", "{0}");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "zhili-passwords", "zhili-acl", "zhili-users.csv", "zhili-acl.conf");
    }
    Path passwords = folder.resolve("zhili-passwords");
    assertThat(Files.readString(passwords)).contains(SmallTown.DEVICE + ":$7$101$");
    assertThat(Files.getPosixFilePermissions(passwords))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_folder_that_cannot_be_written_and_a_broker_nobody_knows_are_told(
      Language language, @TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(acl(language, "mosquitto", file.resolve("below")))
        .contains(file.toString())
        .doesNotContain("shell.", "{0}");
    assertThat(acl(language, "rabbit", folder)).contains("acl mosquitto");
  }

  private String acl(Language language, String kind, Path folder) {
    return run(
        language, new DeviceCommand(), "verb", "acl", "id", kind, "value", folder.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_unknown_device_is_listed_dismissed_and_approved(Language language) {
    String name = "lora:24e1";
    small.hearStranger(name);
    assertThat(run(language, new DeviceCommand(), "verb", "inbox")).contains(name);
    assertThat(run(language, new DeviceCommand(), "verb", "dismiss", "id", name)).contains(name);
    assertThat(run(language, new DeviceCommand(), "verb", "inbox")).doesNotContain(name);
    assertThat(run(language, new DeviceCommand(), "verb", "approve", "id", name))
        .contains("--type");
    assertThat(approve(language, name, SmallTown.DEVICE)).contains(SmallTown.DEVICE);
    assertThat(small.town.inbox().find(name)).isPresent();

    assertThat(approve(language, name, "BIN-7")).contains("BIN-7");
    assertThat(run(language, new DeviceCommand(), "verb", "show", "id", "BIN-7"))
        .contains("trash_bin");
    assertThat(small.town.inbox().find(name)).isEmpty();
  }

  private String approve(Language language, String name, String as) {
    return run(
        language,
        new DeviceCommand(),
        "verb",
        "approve",
        "id",
        name,
        "as",
        as,
        "type",
        "trash_bin",
        "driver",
        "some-driver",
        "area",
        "east");
  }

  private String password(Language language, String... password) {
    List<String> arguments = new ArrayList<>(List.of("verb", "password", "id", SmallTown.DEVICE));
    arguments.addAll(List.of(password));
    return run(language, new DeviceCommand(), arguments.toArray(String[]::new));
  }

  @Test
  void a_station_has_to_send_the_password_that_was_set() {
    DeviceId device = new DeviceId(SmallTown.DEVICE);
    Station wrong = new Station(device, Optional.of("654321"));
    assertThat(password(Language.EN, "value", "123456")).doesNotContain("123456");
    assertThat(small.town.access().admit(wrong)).isEmpty();
    assertThat(small.town.access().admit(new Station(device, Optional.of("123456")))).isPresent();

    password(Language.EN);
    assertThat(small.town.access().admit(wrong)).isPresent();
  }

  @Test
  void a_case_is_shown_in_the_language_of_the_console() {
    assertThat(run(Language.ZH, new CaseCommand(), "verb", "list")).contains("上报", "办理中");
    assertThat(run(Language.EN, new CaseCommand(), "verb", "list"))
        .contains("reported", "on its way");

    CaseAction halt = new CaseAction.Halt(small.file.type().id(), QuietTown.NOW);
    small.town.desk().act(small.file.id(), halt, SampleTypes.SYSTEM, OptionalLong.empty());
    assertThat(run(Language.ZH, new CaseCommand(), "verb", "list")).contains("模块已停用");
    assertThat(run(Language.EN, new CaseCommand(), "verb", "list")).contains("stands still");
  }

  @Test
  void all_work_set_aside_is_revived_however_much_there_is() {
    small.bury(450);

    assertThat(run(Language.EN, new DeadCommand(), "verb", "replay", "id", "all")).contains("450");
    assertThat(run(Language.EN, new DeadCommand(), "verb", "list")).contains(": 0");
  }

  @Test
  void the_doctor_names_plug_ins_that_are_kept_out() {
    DoctorCommand doctor = new DoctorCommand().at(new ModuleCommandTest.EchoingShelf());
    assertThat(run(Language.EN, doctor)).contains("[!] ZL-1344 Its vendor is trusted no more.");
  }

  @Test
  void a_closed_town_says_what_is_missing() {
    assertThat(new Console(Language.ZH).run(null, new DoctorCommand())).contains("城市未开启");
    assertThat(new Console(Language.EN).run(null, new Status())).contains("The town is closed");
  }

  @Test
  void nothing_that_moves_the_cursor_reaches_the_console() {
    String said =
        run(Language.EN, new CaseCommand(), "verb", "show", "number", "ZL\u001b[2J\u202Etxt");

    assertThat(said).doesNotContain("\u001b", "\u202E").contains("\uFFFD");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_value_has_a_word(Language language) {
    Console console = new Console(language);
    Status command = new Status();
    console.run(small.town, command);

    assertThat(
            Stream.<Enum<?>[]>of(
                    CaseState.values(),
                    Standing.values(),
                    WorkOrder.Role.values(),
                    WorkOrder.Status.values(),
                    Alarm.Disposition.values(),
                    Quarantined.Kind.values(),
                    PluginStatus.State.values(),
                    ShelfEntry.State.values(),
                    Circuit.State.values(),
                    Answer.Why.values(),
                    TraceLog.Kind.values())
                .flatMap(Stream::of)
                .map(command::word))
        .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContain("shell.word"));
  }

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(keys("zh_CN")).isEqualTo(keys("en"));
  }

  private static Set<String> keys(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            SpokenCommand.class.getResourceAsStream("messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words.stringPropertyNames();
  }
}
