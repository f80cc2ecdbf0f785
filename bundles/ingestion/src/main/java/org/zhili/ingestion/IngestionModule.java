package org.zhili.ingestion;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.zhili.device.DeviceAccounts;
import org.zhili.device.DeviceAccounts.Credentials;
import org.zhili.ingestion.internal.check.BrokerCheck;
import org.zhili.ingestion.internal.check.Target;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.module.Reply;
import org.zhili.text.Text;

/** Brings the command {@code broker-check}, which tries out the broker the town listens to. */
@Component(service = GovernanceModule.class, configurationPid = "org.zhili.ingestion")
public final class IngestionModule implements GovernanceModule {
  /** The check ends by itself within a minute; longer only when the broker answers nothing. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Supplier<Credentials> own;
  private final AtomicBoolean checking = new AtomicBoolean();
  private final List<Contribution> contributions =
      List.of(
          new Contribution.Command(
              "broker-check", Text.of("ingestion.check.help"), LIMIT, this::check));
  private volatile ConfiguredSettings.Reading settings;

  @Activate
  public IngestionModule(@Reference DeviceAccounts accounts, IngestionConfiguration configuration) {
    this(accounts::connector, ConfiguredSettings.read(configuration));
  }

  private IngestionModule(Supplier<Credentials> own, ConfiguredSettings.Reading settings) {
    this.own = own;
    this.settings = settings;
  }

  /** The module of a town inside another program, with what its connector is made with. */
  public static IngestionModule of(MqttSettings settings, Supplier<Credentials> credentials) {
    return new IngestionModule(
        credentials,
        new ConfiguredSettings.Reading.Sound(new ConfiguredSettings(settings, Optional.empty())));
  }

  @Modified
  void configure(IngestionConfiguration configuration) {
    settings = ConfiguredSettings.read(configuration);
  }

  @Override
  public ModuleInfo info() {
    return new ModuleInfo("ingestion", Text.of("ingestion.name"), Set.of());
  }

  @Override
  public List<Contribution> contributions() {
    return contributions;
  }

  private Reply check(List<String> words) {
    Optional<CheckOptions> options = CheckOptions.of(words);
    if (options.isEmpty()) {
      return Reply.failed(Text.of("ingestion.check.usage"));
    }
    if (settings instanceof ConfiguredSettings.Reading.Faulty faulty) {
      return Reply.failed(faulty.fault().text());
    }
    if (!checking.compareAndSet(false, true)) {
      return Reply.failed(Text.of("ingestion.check.running"));
    }
    try {
      return check(((ConfiguredSettings.Reading.Sound) settings).configured(), options.get());
    } finally {
      checking.set(false);
    }
  }

  private Reply check(ConfiguredSettings town, CheckOptions options) {
    MqttSettings settings = town.settings();
    Optional<String> hearing =
        settings.intake().topics().stream().filter(IngestionModule::hearsChecks).findFirst();
    if (options.uri().isEmpty() && hearing.isPresent()) {
      return Reply.failed(Text.of("ingestion.check.heard", hearing.get(), BrokerCheck.TOPICS));
    }
    MqttSettings.Broker broker =
        new MqttSettings.Broker(
            options.uri().orElse(settings.broker().uri()), settings.broker().trustedCertificates());
    Optional<Fault> fault =
        SettingsCheck.fault(new MqttSettings(broker, settings.session(), settings.intake()));
    if (fault.isPresent()) {
      return Reply.failed(fault.get().text());
    }
    try {
      Target target =
          new Target(
              broker.uri(), login(town, options), sockets(broker), settings.session().expiry());
      return new BrokerCheck(target, settings.intake().shareGroup().isPresent()).run();
    } catch (IOException | GeneralSecurityException e) {
      String file = broker.trustedCertificates().map(Path::toString).orElse("");
      return Reply.failed(Fault.of(Fault.Code.CERTIFICATES, file, e).text());
    }
  }

  /** Whether the town would take what a check sends for messages of devices. */
  private static boolean hearsChecks(String filter) {
    return MqttTopicValidator.isMatched(filter, BrokerCheck.TOPICS + "some/topic");
  }

  private Optional<Credentials> login(ConfiguredSettings town, CheckOptions options) {
    return options.login().isPresent() || options.uri().isPresent()
        ? options.login()
        : town.login().or(() -> Optional.of(own.get()));
  }

  private static Optional<SocketFactory> sockets(MqttSettings.Broker broker)
      throws IOException, GeneralSecurityException {
    return broker.uri().startsWith("ssl://") && broker.trustedCertificates().isPresent()
        ? Optional.of(Certificates.trusting(broker.trustedCertificates().get()))
        : Optional.empty();
  }
}
