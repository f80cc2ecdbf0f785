package org.zhili.broker.internal;

import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** Writes a broker's settings in Artemis' terms. */
final class ArtemisSettings {
  static final String ACCEPTOR = "mqtt";
  private static final String JOURNAL = "journal";
  private static final String BINDINGS = "bindings";
  private static final String PAGING = "paging";
  private static final String LARGE = "large";

  /** The directories inside the broker's directory. */
  static final List<String> PARTS = List.of(JOURNAL, BINDINGS, PAGING, LARGE);

  private static final int TOPIC_ALIASES = 16;
  private static final long LOCK_WAIT_MILLISECONDS = 5_000;

  private ArtemisSettings() {}

  static Configuration of(BrokerSettings settings) throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("zhili")
            .setJMXManagementEnabled(false)
            .setResolveProtocols(false)
            .setWildCardConfiguration(mqttWildcards())
            .setGlobalMaxSize((long) settings.globalMaxSizeMegabytes() << 20)
            .setMaxDiskUsage(settings.maxDiskPercent())
            // the default halts the JVM, and with it the whole town
            .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
    journal(configuration, settings.directory());
    security(configuration);
    configuration.addAddressSetting("#", addresses());
    configuration.addAcceptorConfiguration(ACCEPTOR, acceptor(settings));
    return configuration;
  }

  /** MQTT's own signs, so that an address is a topic and nothing needs to be translated. */
  private static WildcardConfiguration mqttWildcards() {
    return new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#');
  }

  private static void journal(Configuration configuration, Path directory) {
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDatasync(true)
        .setJournalSyncTransactional(true)
        .setJournalSyncNonTransactional(true)
        .setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLISECONDS)
        .setJournalDirectory(directory.resolve(JOURNAL).toString())
        .setBindingsDirectory(directory.resolve(BINDINGS).toString())
        .setPagingDirectory(directory.resolve(PAGING).toString())
        .setLargeMessagesDirectory(directory.resolve(LARGE).toString());
  }

  /**
   * No caches: Artemis keeps answers by username, which would outlive a revocation and hold for any
   * client id. Our own answer comes from the connection and costs nothing.
   */
  private static void security(Configuration configuration) {
    configuration
        .setSecurityEnabled(true)
        .setAuthenticationCacheSize(0)
        .setAuthorizationCacheSize(0);
  }

  /**
   * Delivery is tried for ever: which message is poisonous is the town's decision, taken after it
   * has the message in its own store, never the broker's.
   */
  private static AddressSettings addresses() {
    return new AddressSettings()
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setMaxDeliveryAttempts(-1)
        .setMaxSizeBytes(-1)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setDeadLetterAddress(SimpleString.of("zhili.dead"))
        .setExpiryAddress(SimpleString.of("zhili.expired"));
  }

  /** The acceptor opens no port: {@link MqttListener} does, and hands connections over. */
  private static String acceptor(BrokerSettings settings) {
    return "tcp://"
        + "127.0.0.1:0?protocols=MQTT;httpUpgradeEnabled=true;useEpoll=false;useKQueue=false"
        + ";remotingThreads=1"
        + ";topicAliasMaximum="
        + TOPIC_ALIASES
        + ";maximumPacketSize="
        + settings.maxPacketBytes()
        + ";defaultMqttSessionExpiryInterval="
        + settings.sessionExpirySeconds()
        + ";receiveMaximum="
        + settings.receiveMaximum()
        + ";defaultMaximumInFlightPublishMessages="
        + settings.receiveMaximum();
  }
}
