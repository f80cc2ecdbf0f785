package org.zhili.osgi.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.casework.CaseDesk;
import org.zhili.core.clock.BusinessClock;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.device.DeviceAccounts;
import org.zhili.message.MessageInlet;
import org.zhili.resources.TownResources;

/**
 * Opens the town once its stores are there, offers its services, and closes it when the stores or
 * its configuration go. Connectors follow {@link MessageInlet}: while the town is closed, messages
 * stay in the broker.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.zhili.town",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TownConfig.class)
public final class TownDoor {
  private static final Logger LOG = LoggerFactory.getLogger(TownDoor.class);

  private final Town town;
  private final CityFolder folder;
  private final RestOffer rest;
  private final List<ServiceRegistration<?>> offered = new ArrayList<>();

  @Activate
  public TownDoor(
      BundleContext context,
      TownConfig config,
      @Reference PluginDoor plugIns,
      @Reference TownStores stores) {
    folder = new CityFolder(config.city());
    InstantSource clock = clock(config, stores);
    town =
        new Town(stores, new Town.PlugIns(plugIns.gate(), plugIns.modules()), folder.read(), clock);
    town.start(config.workers());
    folder.watch(town::apply);
    offer(context, InstantSource.class, clock);
    offer(context, CaseDesk.class, town.desk());
    offer(context, Town.class, town);
    offer(context, DeviceAccounts.class, town.access());
    rest = new RestOffer(context, new TownResources(town, stores.idempotency()), plugIns.modules());
    offer(context, MessageInlet.class, town.ingestion().inlet());
  }

  @Deactivate
  void close() {
    for (int i = offered.size() - 1; i >= 0; i--) {
      offered.get(i).unregister();
    }
    rest.close();
    folder.close();
    town.close();
  }

  private <S> void offer(BundleContext context, Class<S> type, S service) {
    offered.add(context.registerService(type, service, null));
  }

  /** The city's clock: real time, or a demonstration's that starts elsewhere and runs faster. */
  private static InstantSource clock(TownConfig config, TownStores stores) {
    if (config.clock_start().isBlank() && config.clock_speed() == 1) {
      return BusinessClock.system();
    }
    Instant start =
        config.clock_start().isBlank()
            ? BusinessClock.system().instant()
            : Instant.parse(config.clock_start());
    Instant latest =
        stores
            .transactions()
            .run(() -> stores.traces().latest())
            .filter(at -> at.isAfter(start))
            .orElse(start);
    LOG.info("The business clock runs {} times as fast from {}", config.clock_speed(), latest);
    return BusinessClock.from(start, config.clock_speed(), latest);
  }
}
