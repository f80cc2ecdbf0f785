package org.zhili.core.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.casework.SampleTypes.TELECOM;
import static org.zhili.core.casework.SampleTypes.WORKS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhili.casework.CaseFile;
import org.zhili.city.Device;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.city.RegisterStore;
import org.zhili.rules.CityPack;

/** What a town makes of a city pack that changed, or that did not. */
class PackChangesTest {
  private final TownFixture city = new TownFixture(Optional.empty());

  @AfterEach
  void close() {
    city.close();
  }

  private List<CaseFile> cases() {
    return city.transactions.run(() -> city.town.ledger().cases().list(CaseStore.Query.newest(50)));
  }

  @Test
  void an_owner_that_people_entered_is_there_after_a_restart_on_the_same_pack() {
    city.town.devices().register(TownFixture.asset(Optional.of(TELECOM)));
    try (Town again = city.reopened()) {
      again.apply(TownFixture.pack(Optional.empty()));

      assertThat(again.books().asset(TownFixture.ASSET))
          .contains(TownFixture.asset(Optional.of(TELECOM)));
      assertThat(again.devices().owners(TownFixture.ASSET))
          .extracting(RegisterStore.Ownership::owner)
          .containsExactly(Optional.of(TELECOM), Optional.empty());
    }
  }

  @Test
  void an_owner_that_the_pack_names_anew_overrules_what_people_entered() {
    city.town.devices().register(TownFixture.asset(Optional.of(TELECOM)));
    city.town.apply(TownFixture.pack(Optional.of(WORKS)));

    assertThat(city.town.devices().asset(TownFixture.ASSET))
        .contains(TownFixture.asset(Optional.of(WORKS)));
  }

  @Test
  void an_alarm_waits_until_the_pack_names_the_driver_of_its_device() throws Exception {
    CityPack right = TownFixture.pack(Optional.empty());
    city.town.apply(withDriver(right, "satus"));
    city.publish("tilted");
    assertThat(cases()).isEmpty();

    city.town.apply(right);
    city.settle();
    assertThat(cases()).hasSize(1);
  }

  private static CityPack withDriver(CityPack pack, String driver) {
    List<Device> devices =
        pack.devices().stream()
            .map(
                d ->
                    new Device(
                        d.id(),
                        d.type(),
                        driver,
                        d.area(),
                        d.address(),
                        d.position(),
                        d.asset(),
                        d.settings()))
            .toList();
    return new CityPack(
        pack.rules(), pack.areas(), pack.units(), pack.assets(), devices, pack.types());
  }
}
