package org.zhili.city.maven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.citypack.CityPackReader;
import org.zhili.dispatch.DispatchRequest;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.dispatch.Proposal;
import org.zhili.rules.CityPack;
import org.zhili.text.Wording;

class BroughtTest {
  private static final Set<String> MODELS = Set.of("three-rates");

  private final Path folder;

  BroughtTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Says who it is, and nothing else. */
  public static final class Nearest implements DispatchStrategy {
    @Override
    public String id() {
      return "nearest";
    }

    @Override
    public Proposal propose(DispatchRequest request) {
      throw new UnsupportedOperationException("nobody asks in a build");
    }
  }

  @Test
  void parts_say_who_they_are() throws IOException {
    offer(Nearest.class.getName());

    assertThat(Brought.by(List.of(folder)))
        .isEqualTo(new Brought(Set.of("nearest"), Set.of(), Set.of()));
  }

  @Test
  void a_part_that_cannot_be_asked_is_told() throws IOException {
    offer("com.example.Nowhere");

    assertThatThrownBy(() -> Brought.by(List.of(folder)))
        .isInstanceOf(ServiceConfigurationError.class)
        .hasMessageContaining("com.example.Nowhere");
  }

  @Test
  void a_pack_whose_names_are_all_brought_fits() throws IOException {
    assertThat(new Brought(Set.of("nearest"), MODELS, Set.of("city-json")).objections(pack()))
        .isEmpty();
  }

  @Test
  void every_name_that_nobody_brings_is_a_sentence() throws IOException {
    List<Wording> all = new Brought(Set.of("rule-table"), Set.of(), Set.of()).objections(pack());

    assertThat(all)
        .extracting(Wording::en)
        .satisfiesExactly(
            why ->
                assertThat(why)
                    .startsWith("ZL-1357 No chosen part brings the strategy “nearest”")
                    .endsWith("or name one of these: rule-table."),
            why ->
                assertThat(why).startsWith("ZL-1358 ").contains("“three-rates”").endsWith(": -."),
            why -> assertThat(why).startsWith("ZL-1359 No chosen part brings city-json, which"));
    assertThat(all).extracting(Wording::zh).allMatch(why -> why.contains("请在 pom.xml 中选用"));
  }

  private void offer(String strategy) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(DispatchStrategy.class.getName()), strategy);
  }

  private CityPack pack() throws IOException {
    Path city = Files.createDirectories(folder.resolve("city"));
    Files.writeString(
        city.resolve("city.json"),
        """
        {"name": {"zh": "小城", "en": "Small City"}, "tenant": "small", "zone": "Asia/Shanghai",
         "strategy": "nearest", "scoringModel": "three-rates"}
        """);
    Files.writeString(city.resolve("calendar.csv"), "date,kind,name,source\n");
    Files.writeString(city.resolve("units.csv"), "id,name_zh,name_en\n");
    Files.writeString(
        city.resolve("areas.csv"), "id,level,name_zh,name_en\neast,district,东区,East\n");
    Files.writeString(
        city.resolve("devices.csv"),
        "id,type,driver,area,address\nMC-1,manhole_cover,city-json,east,1\n");
    return CityPackReader.read(city).orThrow();
  }
}
