package org.zhili.ingestion;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.DeviceAccounts;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.message.MessageInlet;

/**
 * Runs a connector as long as the town takes messages.
 *
 * <p>When the inlet leaves, the connector disconnects and the broker keeps what comes meanwhile. A
 * changed configuration takes effect at once; a wrong one is told in the log, and the connector
 * goes on with the last good one.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.zhili.ingestion")
@Designate(ocd = IngestionConfiguration.class)
public final class IngestionComponent {
  private static final Logger LOG = LoggerFactory.getLogger(IngestionComponent.class);

  private record Running(MqttSettings settings, MqttConnector connector) {}

  private final MessageInlet inlet;
  private final DeviceAccounts accounts;
  private final InstantSource clock;
  private Optional<Running> running = Optional.empty();

  @Activate
  public IngestionComponent(
      @Reference MessageInlet inlet,
      @Reference DeviceAccounts accounts,
      @Reference InstantSource clock,
      IngestionConfiguration configuration) {
    this.inlet = inlet;
    this.accounts = accounts;
    this.clock = clock;
    configure(configuration);
  }

  /** Take new settings, unless they are wrong. */
  @Modified
  synchronized void configure(IngestionConfiguration configuration) {
    var reading = ConfiguredSettings.read(configuration);
    if (reading instanceof ConfiguredSettings.Reading.Sound sound) {
      run(sound.configured());
    } else {
      LOG.error(((ConfiguredSettings.Reading.Faulty) reading).fault().line());
    }
  }

  private void run(ConfiguredSettings configured) {
    Optional<MqttSettings> before = running.map(Running::settings);
    stop();
    Supplier<Credentials> credentials = () -> configured.login().orElseGet(accounts::connector);
    running =
        Optional.of(
            new Running(
                configured.settings(),
                new MqttConnector(
                    configured.settings(), before, credentials, new Delivery(inlet, clock))));
  }

  @Deactivate
  synchronized void stop() {
    running.map(Running::connector).ifPresent(MqttConnector::close);
    running = Optional.empty();
  }
}
