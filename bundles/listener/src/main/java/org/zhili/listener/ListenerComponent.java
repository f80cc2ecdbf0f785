package org.zhili.listener;

import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.frame.Stations;
import org.zhili.message.MessageInlet;

/**
 * Runs one listener for each configuration, as long as the town takes messages.
 *
 * <p>When the inlet leaves, the connections end; what was not answered is sent again. A changed
 * configuration takes effect at once; a wrong one is told in the log, and the listener goes on with
 * the last good one.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.zhili.listener",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ListenerConfiguration.class, factory = true)
public final class ListenerComponent {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerComponent.class);

  private final MessageInlet inlet;
  private final Stations stations;
  private final InstantSource clock;
  private Optional<TcpListener> running = Optional.empty();

  @Activate
  public ListenerComponent(
      @Reference MessageInlet inlet,
      @Reference Stations stations,
      @Reference InstantSource clock,
      ListenerConfiguration configuration) {
    this.inlet = inlet;
    this.stations = stations;
    this.clock = clock;
    configure(configuration);
  }

  /** Take new settings, unless they are wrong. */
  @Modified
  synchronized void configure(ListenerConfiguration configuration) {
    var reading = ConfiguredSettings.read(configuration);
    if (reading instanceof ConfiguredSettings.Reading.Sound sound) {
      stop();
      running = Optional.of(new TcpListener(sound.settings(), new Town(stations, inlet, clock)));
    } else {
      LOG.error(((ConfiguredSettings.Reading.Faulty) reading).fault().line());
    }
  }

  @Deactivate
  synchronized void stop() {
    running.ifPresent(TcpListener::close);
    running = Optional.empty();
  }
}
