package org.zhili.broker.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.device.DeviceAccounts;

/**
 * Runs the broker from the moment the town first has accounts.
 *
 * <p>Accounts may go and come again, with an update for instance: the broker runs on, keeps what
 * connected devices send, and lets nobody new in until they are back. A wrong setting is told in
 * the log and leaves the town without a broker, but running; saving a right one starts it.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.zhili.broker",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BrokerConfiguration.class)
public final class BrokerComponent {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerComponent.class);

  private final BrokerSettings.Reading settings;

  private volatile Optional<DeviceAccounts> accounts = Optional.empty();
  private Optional<MqttBroker> broker = Optional.empty();
  private boolean tried;

  @Activate
  public BrokerComponent(BrokerConfiguration configuration) {
    settings = BrokerSettings.read(configuration);
  }

  /** Accounts are here: the first ones start the broker. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindAccounts(DeviceAccounts arrived) {
    accounts = Optional.of(arrived);
    if (!tried) {
      tried = true;
      start();
    }
  }

  synchronized void unbindAccounts(DeviceAccounts gone) {
    if (accounts.filter(present -> present == gone).isPresent()) {
      accounts = Optional.empty();
    }
  }

  private void start() {
    if (settings instanceof BrokerSettings.Reading.Sound sound) {
      MqttBroker.Start start = MqttBroker.start(sound.settings(), () -> accounts);
      if (start instanceof MqttBroker.Start.Running running) {
        broker = Optional.of(running.broker());
      } else {
        LOG.error(((MqttBroker.Start.Failed) start).fault().line());
      }
    } else {
      LOG.error(((BrokerSettings.Reading.Faulty) settings).fault().line());
    }
  }

  @Deactivate
  synchronized void stop() {
    broker.ifPresent(MqttBroker::stop);
    broker = Optional.empty();
  }
}
