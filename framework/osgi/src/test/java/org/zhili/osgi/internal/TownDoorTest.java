package org.zhili.osgi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.zhili.casework.CaseDesk;
import org.zhili.core.town.InMemoryStores;
import org.zhili.core.town.Town;
import org.zhili.device.DeviceAccounts;
import org.zhili.message.MessageInlet;

class TownDoorTest {
  private Felix felix;
  private CityOnDisk city;
  private PluginDoor plugIns;
  private Optional<TownDoor> door = Optional.empty();

  @BeforeEach
  void start(@TempDir Path temp) throws Exception {
    felix = Felix.start(temp.resolve("felix"));
    city = CityOnDisk.in(temp.resolve("city"));
    plugIns = new PluginDoor(felix.context());
  }

  @AfterEach
  void stop() throws Exception {
    door.ifPresent(TownDoor::close);
    plugIns.close();
    felix.close();
  }

  private Config config() {
    return Config.of(city.folder().toString());
  }

  private TownDoor open(Config config) {
    TownDoor opened = new TownDoor(felix.context(), config, plugIns, InMemoryStores.fresh());
    door = Optional.of(opened);
    return opened;
  }

  private Town town() {
    return Optional.ofNullable(felix.context().getServiceReference(Town.class))
        .map(felix.context()::getService)
        .orElseThrow();
  }

  @Test
  void an_open_town_offers_its_services_and_a_closed_one_none() {
    TownDoor opened = open(config());
    assertThat(Stream.of(Town.class, CaseDesk.class, DeviceAccounts.class, MessageInlet.class))
        .allMatch(felix::offers);

    opened.close();
    assertThat(Stream.of(Town.class, CaseDesk.class, DeviceAccounts.class, MessageInlet.class))
        .noneMatch(felix::offers);
  }

  @Test
  void the_inlet_comes_last_and_what_came_last_goes_first() {
    List<String> came = new ArrayList<>();
    List<String> went = new ArrayList<>();
    felix
        .context()
        .addServiceListener(
            event -> {
              String[] types =
                  (String[]) event.getServiceReference().getProperty(Constants.OBJECTCLASS);
              (event.getType() == ServiceEvent.REGISTERED ? came : went).add(types[0]);
            });
    open(config()).close();

    assertThat(came).endsWith(MessageInlet.class.getName());
    Collections.reverse(came);
    assertThat(went).containsExactlyElementsOf(came);
  }

  @Test
  void when_the_framework_stops_the_town_is_closed_before_any_bundle_and_stays_closed()
      throws Exception {
    TownDoor opened = open(config());
    Bundle plugIn = felix.startBundle("plug-in");
    List<Boolean> offered = new ArrayList<>();
    SynchronousBundleListener goodbye =
        event -> {
          if (event.getType() == BundleEvent.STOPPING && event.getBundle().equals(plugIn)) {
            offered.add(felix.offers(MessageInlet.class));
            opened.change(config().workers("2"));
            offered.add(felix.offers(MessageInlet.class));
            opened.close();
          }
        };
    felix.context().addBundleListener(goodbye);
    door = Optional.empty();
    felix.close();

    assertThat(offered).containsExactly(false, false);
  }

  @Test
  void a_bundle_that_stops_alone_leaves_the_town_open() throws Exception {
    open(config());

    felix.startBundle("plug-in").stop();
    assertThat(felix.offers(MessageInlet.class)).isTrue();
  }

  @Test
  void while_the_store_is_away_the_town_is_marked_as_not_well() {
    Severed stores = new Severed(InMemoryStores.fresh());
    door = Optional.of(new TownDoor(felix.context(), config(), plugIns, stores.asStores()));
    assertThat(felix.isMarked("zhili.town")).isTrue();

    stores.cut(true);
    assertThat(Waits.until(() -> !felix.isMarked("zhili.town"))).isTrue();
    assertThat(felix.offers(Town.class)).isTrue();
    stores.cut(false);
    assertThat(Waits.until(() -> felix.isMarked("zhili.town"))).isTrue();
  }

  @Test
  void a_town_whose_store_is_busy_with_writing_is_well() {
    Severed stores = new Severed(InMemoryStores.fresh());
    door = Optional.of(new TownDoor(felix.context(), config(), plugIns, stores.asStores()));

    stores.busy(true);
    int before = stores.reads();
    assertThat(Waits.until(() -> stores.reads() > before + 1)).isTrue();
    assertThat(felix.isMarked("zhili.town")).isTrue();
  }

  @Test
  void a_faulty_pack_keeps_the_town_closed_until_it_is_mended() {
    city.spoil();
    open(config());
    assertThat(felix.offers(Town.class)).isFalse();

    city.name("Mended");
    assertThat(Waits.until(() -> felix.offers(MessageInlet.class))).isTrue();
    assertThat(town().books().rules().name().en()).isEqualTo("Mended");
  }

  @Test
  void a_changed_pack_takes_effect_while_the_town_is_open() {
    open(config());
    Town before = town();

    city.name("Renamed");
    assertThat(Waits.until(() -> before.books().rules().name().en().equals("Renamed"))).isTrue();
    assertThat(town()).isSameAs(before);
  }

  @Test
  void a_wrong_setting_leaves_the_running_town_as_it_is() {
    TownDoor opened = open(config());
    Town before = town();

    opened.change(config().workers("0"));
    assertThat(town()).isSameAs(before);

    opened.change(config().workers("2"));
    assertThat(town()).isNotSameAs(before);
  }

  @Test
  void a_folder_without_a_pack_leaves_the_running_town_as_it_is() {
    TownDoor opened = open(config());
    Town before = town();

    opened.change(Config.of(city.folder().resolve("atlantis").toString()));
    assertThat(town()).isSameAs(before);
  }

  @Test
  void a_wrong_setting_at_the_start_does_not_keep_the_town_closed() {
    open(config().workers("none").clock("tomorrow", "0"));

    assertThat(felix.offers(MessageInlet.class)).isTrue();
  }
}
