package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What embedders import: every driver there is, and the libraries the build was tested with. */
class BomTest {
  private static final Pattern VERSION = Pattern.compile("<([a-z0-9]+\\.version)>([^<]+)</");
  private static final String BOM = "framework/bom/pom.xml";

  @Test
  void its_libraries_are_those_of_the_build() throws IOException {
    Map<String, String> build = versions("pom.xml");
    assertThat(versions(BOM))
        .isNotEmpty()
        .allSatisfy((name, version) -> assertThat(build).containsEntry(name, version));
  }

  private static Map<String, String> versions(String pom) throws IOException {
    return VERSION
        .matcher(read(pom))
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  @Test
  void it_names_every_driver() throws IOException {
    String bom = read(BOM);
    assertThat(Town.MODULES.stream().filter(Artifact::isDriver).map(Artifact::name))
        .isNotEmpty()
        .allSatisfy(driver -> assertThat(bom).contains("<artifactId>" + driver + "</artifactId>"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Reactor.root().resolve(file));
  }
}
