package org.zhili.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.data.Database;
import org.zhili.persistence.modules.Tally;

/** Kills a process in the middle of its work, as no test inside one process can. */
class H2KillTest {

  private static final int ENOUGH = 300;
  private static final String ACKNOWLEDGED = "committed ";

  @Test
  void nothing_acknowledged_is_lost_when_the_process_is_killed(@TempDir Path folder)
      throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("town");
    List<String> acknowledged = killAfterEnough(url);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    try (Town town = Town.on(new JdbcUrl(url))) {
      Database tallies = town.tallies();
      List<String> kept =
          tallies.read(
              entities ->
                  entities.createQuery("select t.name from Tally t", String.class).getResultList());
      assertThat(kept).containsAll(acknowledged);
      tallies.run(entities -> entities.persist(new Tally("afterwards", 1)));
    }
  }

  private static List<String> killAfterEnough(String url) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledTown.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      List<String> acknowledged = new ArrayList<>();
      while (acknowledged.size() < ENOUGH && readOne(output, acknowledged)) {}
      process.toHandle().destroyForcibly(); // the process's own method would close the output
      while (readOne(output, acknowledged)) {} // said before the kill, read after it
      return acknowledged;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean readOne(BufferedReader output, List<String> names) throws IOException {
    String line = output.readLine();
    if (line != null && line.startsWith(ACKNOWLEDGED)) {
      names.add(line.substring(ACKNOWLEDGED.length()));
    }
    return line != null;
  }
}
