package org.zhili.city.maven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesXmlTest {
  private final Path file;

  FeaturesXmlTest(@TempDir Path temp) throws IOException {
    file =
        Files.writeString(
            temp.resolve("features.xml"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <features xmlns="http://karaf.apache.org/xmlns/features/v1.6.0" name="zhili">
              <feature name="zhili-api" version="1"/>
              <feature name="zhili-urban" version="1" description="一网统管 City operation">
                <feature>zhili-api</feature>
                <config name="org.zhili.urban">
            # 说明 / what it says
            level = $[prop:level;default=1]
                </config>
                <bundle>mvn:org.zhili/zhili-urban/1</bundle>
              </feature>
              <feature name="zhili-driver-hj212" version="1">
                <feature>zhili-api</feature>
              </feature>
            </features>
            """);
  }

  @Test
  void parts_come_with_what_they_need() throws IOException {
    Parts parts = Parts.in(List.of(file));

    assertThat(parts.with(List.of("zhili-urban"))).containsExactly("zhili-api", "zhili-urban");
    assertThat(parts.ofOursBeside(List.of("zhili-urban"))).containsExactly("zhili-driver-hj212");
  }

  @Test
  void what_is_taken_out_is_gone_and_the_rest_as_it_was() throws IOException {
    FeaturesXml.read(file).without(Set.of("zhili-driver-hj212"));

    assertThat(Parts.in(List.of(file)).byName()).containsOnlyKeys("zhili-api", "zhili-urban");
    assertThat(file)
        .content()
        .doesNotContain("hj212")
        .contains(
            "一网统管 City operation",
            "# 说明 / what it says\nlevel = $[prop:level;default=1]\n",
            "<bundle>mvn:org.zhili/zhili-urban/1</bundle>");
  }

  @Test
  void a_file_that_is_no_xml_is_named() throws IOException {
    Files.writeString(file, "features");

    assertThatThrownBy(() -> FeaturesXml.read(file)).hasMessageContaining("features.xml");
  }
}
