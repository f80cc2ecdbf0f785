package org.zhili.osgi.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.town.TownStores;
import org.zhili.message.MessageInlet;
import org.zhili.rules.CityPack;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * Opens the town once its stores and a sound city pack are there, and closes it when the stores go.
 * Connectors follow {@link MessageInlet}: while the town is closed, messages stay in the broker.
 *
 * <p>When the framework stops, the town closes before any bundle does: a message that came while
 * its driver or its rules were already gone would be judged after the restart, behind newer ones.
 *
 * <p>A wrong setting is told in the log. At the start the usual value stands in for it; later the
 * town goes on with the last good settings.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = TownDoor.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TownConfig.class)
public final class TownDoor {
  static final String PID = "org.zhili.town";

  private static final Logger LOG = LoggerFactory.getLogger(TownDoor.class);
  private static final Words WORDS = Words.beside(TownDoor.class);
  private static final String WRONG_SETTING = "ZL-1320";

  private final BundleContext context;
  private final PluginDoor plugIns;
  private final TownStores stores;
  private final SynchronousBundleListener stopping = this::hear;
  private TownSettings settings;
  private CityFolder folder;
  private Optional<OpenTown> town = Optional.empty();

  @Activate
  public TownDoor(
      BundleContext context,
      TownConfig config,
      @Reference PluginDoor plugIns,
      @Reference TownStores stores) {
    this.context = context;
    this.plugIns = plugIns;
    this.stores = stores;
    TownSettings.Reading reading = TownSettings.read(config);
    tell(reading);
    settings = reading.settings();
    synchronized (this) {
      folder = follow();
    }
  }

  /** Open anew with other settings, unless one of them is wrong, or the pack they name is. */
  @Modified
  synchronized void change(TownConfig config) {
    TownSettings.Reading reading = TownSettings.read(config);
    tell(reading);
    TownSettings other = reading.settings();
    if (!reading.faults().isEmpty() || other.equals(settings)) {
      return;
    }
    if (town.isPresent() && !CityFolder.isSound(other.city())) {
      return;
    }
    close();
    settings = other;
    folder = follow();
  }

  private static void tell(TownSettings.Reading reading) {
    for (Text fault : reading.faults()) {
      LOG.error(
          "{} {} / {}",
          WRONG_SETTING,
          WORDS.render(fault, Language.ZH),
          WORDS.render(fault, Language.EN));
    }
  }

  private CityFolder follow() {
    context.addBundleListener(stopping);
    CityFolder followed = new CityFolder(settings.city());
    followed.follow(this::take);
    return followed;
  }

  private void take(CityPack pack) {
    if (town.isPresent()) {
      town.get().apply(pack);
    } else if (systemBundle().getState() != Bundle.STOPPING) {
      town = Optional.of(OpenTown.open(context, settings, plugIns, stores, pack));
    }
  }

  /** Called before the framework stops the first bundle, which waits for it. */
  private void hear(BundleEvent event) {
    if (event.getType() == BundleEvent.STOPPING && event.getBundle().equals(systemBundle())) {
      close();
    }
  }

  private Bundle systemBundle() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID);
  }

  @Deactivate
  synchronized void close() {
    context.removeBundleListener(stopping);
    folder.close();
    town.ifPresent(OpenTown::close);
    town = Optional.empty();
  }
}
