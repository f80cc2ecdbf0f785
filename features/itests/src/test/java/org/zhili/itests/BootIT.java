package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first start of a town from its archive. */
@ExtendWith(SharedTown.class)
class BootIT {
  private static final long MEGABYTE = 1_000_000;

  private final UnpackedTown unpacked;
  private final Town town;

  BootIT(UnpackedTown unpacked) {
    this.unpacked = unpacked;
    this.town = unpacked.town();
  }

  @Test
  void the_archive_is_of_a_handy_size() throws IOException {
    assertThat(Files.size(UnpackedTown.archive())).isLessThanOrEqualTo(150 * MEGABYTE);
  }

  @Test
  void every_bundle_is_active() {
    town.people().administrator();
    List<String> bundles =
        town.console().run("bundle:list -t 0 --no-format").lines().filter(BootIT::isRow).toList();
    assertThat(bundles).hasSizeGreaterThan(70);
    assertThat(bundles).allMatch(row -> row.contains("Active") || row.contains("Hosts: "));
  }

  private static boolean isRow(String line) {
    return line.matches("^ *[0-9]+\\s.*");
  }

  @Test
  void the_log_of_the_first_start_is_clean() {
    assertThat(Log.errors(unpacked.firstStart())).isEmpty();
    assertThat(Log.refreshes(unpacked.firstStart())).isEmpty();
    assertThat(unpacked.firstStart())
        .filteredOn(line -> line.contains("| WARN "))
        .allMatch(line -> line.contains("The one-time passwords of"));
  }

  @Test
  void it_listens_on_this_machine_alone() throws IOException {
    assumeThat(Path.of("/proc/net/tcp")).as("only Linux tells who listens where").exists();
    List<Listening> all = Listening.of(unpacked.processId());
    assertThat(all)
        .extracting(Listening::port)
        .contains(town.ports().http(), town.ports().ssh(), town.ports().mqtt());
    assertThat(all).hasSize(4).allMatch(Listening::isLocal);
  }

  @Test
  void it_needs_no_more_memory_than_was_said() throws IOException {
    Path command = Path.of("/proc/" + unpacked.processId() + "/cmdline");
    assumeThat(command).as("only Linux shows the command of a process").exists();
    assertThat(Files.readString(command).split("\0")).contains("-Xmx512m");
  }

  @Test
  void status_says_that_it_is_well() {
    assertThat(unpacked.zhili("status")).contains("http://127.0.0.1:" + town.ports().http());
  }

  @Test
  void the_first_passwords_are_for_the_town_s_own_user_to_read() throws IOException {
    Path file = town.home().resolve("data/first-logins.txt");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void no_operation_is_open_that_is_not_meant_to_be() {
    JsonNode paths = town.anybody().read("/openapi.json").path("paths");
    List<String> closed = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (isClosed(operation)) {
                            closed.add(
                                String.join(
                                    " ",
                                    operation.getKey(),
                                    path.getKey(),
                                    mediaType(operation.getValue())));
                          }
                        }));
    assertThat(closed).hasSizeGreaterThan(30);
    assertThat(closed).allSatisfy(operation -> assertThat(withoutToken(operation)).isEqualTo(401));
  }

  private static boolean isClosed(Map.Entry<String, JsonNode> operation) {
    return operation.getValue().has("x-allowed-roles");
  }

  /** What the operation takes; JSON, if anything, unless it says otherwise. */
  private static String mediaType(JsonNode operation) {
    Iterator<String> taken = operation.path("requestBody").path("content").fieldNames();
    return taken.hasNext() ? taken.next() : "application/json";
  }

  private int withoutToken(String operation) {
    String[] words = operation.split(" ");
    String path = words[1].replaceAll("\\{[^}]*}", "1");
    Rest anybody = town.anybody();
    return switch (words[0]) {
      case "get" -> anybody.get(path).status();
      case "delete" -> anybody.delete(path).status();
      case "put" -> anybody.put(path, "{}").status();
      case "post" -> anybody.post(path, words[2], "{}").status();
      default -> throw new AssertionError(operation);
    };
  }

  @Test
  void no_usual_password_opens_a_door() {
    for (String name : List.of("karaf", "root", "guest")) {
      assertThat(logIn(name, name)).isEqualTo(401);
      assertThat(town.console().runAs(name, name, "zhili:status")).doesNotContain("IN_USE");
    }
    for (String password : List.of("admin", "password", "karaf")) {
      assertThat(logIn("admin", password)).isEqualTo(401);
    }
    assertThat(town.console().runAs("admin", "admin", "zhili:status")).doesNotContain("IN_USE");
  }

  private int logIn(String name, String password) {
    return town.anybody()
        .post(
            "/session",
            """
            {"name": "%s", "password": "%s"}"""
                .formatted(name, password))
        .status();
  }
}
