package org.zhili.broker.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
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
 * the log: a running broker keeps its settings, and a town that starts with one has no broker until
 * a right one is saved.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.zhili.broker",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BrokerConfiguration.class)
public final class BrokerComponent {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerComponent.class);

  private record Running(BrokerSettings settings, MqttBroker broker) {}

  private volatile Optional<DeviceAccounts> accounts = Optional.empty();
  private Optional<BrokerSettings> wanted;
  private Optional<Running> running = Optional.empty();
  private boolean tried;

  @Activate
  public BrokerComponent(BrokerConfiguration configuration) {
    wanted = read(configuration);
  }

  /** Take other settings, unless they are wrong or the broker does not start with them. */
  @Modified
  synchronized void change(BrokerConfiguration configuration) {
    Optional<BrokerSettings> other = read(configuration);
    if (other.isEmpty() || other.equals(wanted)) {
      return;
    }
    wanted = other;
    if (tried) {
      Optional<BrokerSettings> before = running.map(Running::settings);
      stop();
      start(other.get());
      if (running.isEmpty()) {
        before.ifPresent(this::start);
      }
    }
  }

  private static Optional<BrokerSettings> read(BrokerConfiguration configuration) {
    BrokerSettings.Reading reading = BrokerSettings.read(configuration);
    if (reading instanceof BrokerSettings.Reading.Sound sound) {
      return Optional.of(sound.settings());
    }
    LOG.error(((BrokerSettings.Reading.Faulty) reading).fault().line());
    return Optional.empty();
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
      wanted.ifPresent(this::start);
    }
  }

  synchronized void unbindAccounts(DeviceAccounts gone) {
    if (accounts.filter(present -> present == gone).isPresent()) {
      accounts = Optional.empty();
    }
  }

  private void start(BrokerSettings settings) {
    MqttBroker.Start start = MqttBroker.start(settings, () -> accounts);
    if (start instanceof MqttBroker.Start.Running started) {
      running = Optional.of(new Running(settings, started.broker()));
    } else {
      LOG.error(((MqttBroker.Start.Failed) start).fault().line());
    }
  }

  @Deactivate
  synchronized void stop() {
    running.map(Running::broker).ifPresent(MqttBroker::stop);
    running = Optional.empty();
  }
}
