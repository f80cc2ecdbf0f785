package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/** The words a city has of its own, over those of its parts. */
class CityWordsTest {
  private static final Text WAITS = Text.of("doctor.reviews-wait", "3");

  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void they_are_said_from_the_moment_they_are_applied_and_no_longer_than_the_pack_has_them() {
    String usual = city.town.render(WAITS).zh();

    city.town.apply(saying("doctor.reviews-wait", "有 {0} 件待审"));
    assertThat(city.town.render(WAITS).zh()).isEqualTo("有 3 件待审");
    assertThat(city.town.render(WAITS).en()).as("the other language").contains("3 dispatches");

    city.town.apply(TownFixture.pack(Optional.empty()));
    assertThat(city.town.render(WAITS).zh()).isEqualTo(usual);
  }

  @Test
  void a_plug_in_that_comes_later_does_not_take_them_back() {
    city.town.apply(saying("doctor.reviews-wait", "有 {0} 件待审"));

    city.strategy();

    assertThat(city.town.render(WAITS).zh()).isEqualTo("有 3 件待审");
  }

  private static CityPack saying(String key, String words) {
    CityPack pack = TownFixture.pack(Optional.empty());
    return new CityPack(
        pack.rules(),
        pack.areas(),
        pack.units(),
        pack.assets(),
        pack.devices(),
        pack.types(),
        Words.of(Map.of(Language.ZH, Map.of(key, words))));
  }
}
