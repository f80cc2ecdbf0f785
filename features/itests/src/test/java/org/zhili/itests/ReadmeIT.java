package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command in a shell block of the READMEs, as a reader types it, in either language. */
class ReadmeIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLOSED = Pattern.compile("(?m)^Cases: .*?([0-9,]+) closed");

  /** The case of the cover that is tilted at the beginning: its number, and the end it came to. */
  private static final Pattern STORY_TOLD = Pattern.compile("(?m)^★ \\S+ is closed: ");

  private static final String DEMO = "examples/demo-city/run.sh\n";
  private static final String TESTS = "mvn verify\n";
  private static final String STOP = "bin/zhili stop\n";
  private static final String DRIVERS = "device-drivers/README";

  /** A town that is started, and a vendor's driver that is built. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static List<String> commands(String readme) throws IOException {
    String text = Files.readString(ROOT.resolve(readme));
    return COMMANDS.matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void both_languages_tell_the_same_commands() throws IOException {
    assertThat(commands("README.zh-CN.md")).isEqualTo(commands("README.md"));
    assertThat(commands("README.md")).startsWith(DEMO, TESTS).hasSizeGreaterThan(2);
  }

  @Test
  void a_driver_is_six_commands_in_both_languages() throws IOException {
    assertThat(commands(DRIVERS + ".zh-CN.md")).isEqualTo(commands(DRIVERS + ".md"));
    assertThat(commands(DRIVERS + ".md")).hasSize(6);
  }

  @Test
  void the_demonstration_city_closes_cases_and_loses_none() throws Exception {
    // two and a half hours, in which every case can come to its end
    Program.Ended answer =
        run(DEMO.strip() + " --speed 300 --seconds 30", Map.of("LC_ALL", "C.UTF-8"));

    assertThat(answer.status()).as(answer.said()).isZero();
    assertThat(answer.said()).containsPattern(STORY_TOLD);
    assertThat(number(CLOSED, answer.said())).as(answer.said()).isPositive();
  }

  @Test
  void a_clone_in_which_nothing_was_built_is_built_first(@TempDir Path clone) throws Exception {
    Path script = clone.resolve(DEMO.strip());
    Files.createDirectories(script.getParent());
    Files.copy(ROOT.resolve(DEMO.strip()), script, StandardCopyOption.COPY_ATTRIBUTES);
    // stands for Maven, which has built the archive already
    Path maven = Files.createDirectories(clone.resolve("path")).resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        mkdir -p features/distribution/target
        cp '%s' features/distribution/target/zhili-town-1.tar.gz
        """
            .formatted(UnpackedTown.archive().toAbsolutePath()));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    String path = maven.getParent() + ":" + System.getenv("PATH");

    Program.Ended answer =
        run("'" + script + "' --help", Map.of("PATH", path, "LC_ALL", "C.UTF-8"));

    assertThat(answer.status()).as(answer.said()).isZero();
    assertThat(answer.said()).contains("Building the town", "--seconds");
  }

  @Test
  void an_alarm_is_followed_by_hand_and_a_driver_written_and_dropped_in(@TempDir Path temp)
      throws Exception {
    Stream.of("curl", "mosquitto_pub").forEach(ReadmeIT::assumeThere);
    Map<String, String> environment = new HashMap<>(VendorMachine.in(temp).environment());
    environment.putAll(Ports.free().environment());
    List<String> typed = new ArrayList<>(byHand());
    assertThat(typed.remove(STOP)).isTrue();
    typed.addAll(commands(DRIVERS + ".md"));
    typed.add(STOP);

    Program.Ended answer = run(inTown(temp, typed), environment);

    assertThat(answer.status()).as(answer.said()).isZero();
    assertThat(answer.said())
        .contains("\"lead\":\"municipal-works\"", "\"state\":\"DISPATCHED\"", "ZHILI CERTIFICATE")
        .contains("\"metric\":\"bin.distance\",\"measure\":800.0", "\"battery.level\"");
  }

  private static List<String> byHand() throws IOException {
    List<String> all = commands("README.md");
    return all.subList(2, all.size());
  }

  /** The same commands, in a town of their own; whatever happens, it is not left behind. */
  private static String inTown(Path temp, List<String> typed) {
    return "trap 'bin/zhili stop' EXIT\n"
        + String.join("", typed)
            .replace(" town ", " '" + temp + "/town' ")
            .replace("cd town", "cd '" + temp + "/town'");
  }

  private static int number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    assertThat(found.find()).as("%s in %s", pattern, said).isTrue();
    return Integer.parseInt(found.group(1).replace(",", ""));
  }

  private static void assumeThere(String program) {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(there, program + " is not installed; .ci/run installs it");
  }

  private static Program.Ended run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).directory(ROOT.toFile());
    bash.environment().putAll(environment);
    return Program.run(bash, PATIENCE);
  }
}
