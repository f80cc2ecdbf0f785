package org.zhili.ingestion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a connector needs to know. Whether it makes sense is asked when the connector is made. */
public record MqttSettings(Broker broker, Session session, Intake intake) {
  /** The broker of the same machine, and defaults for the rest. */
  public static final MqttSettings DEFAULT =
      new MqttSettings(
          new Broker("tcp://127.0.0.1:1883", Optional.empty()), Session.DEFAULT, Intake.DEFAULT);

  /**
   * Where the broker is.
   *
   * @param uri {@code tcp://host:port}, or {@code ssl://host:port} for TLS
   * @param trustedCertificates a PEM file with the certificates to trust for TLS; when empty, those
   *     the Java runtime trusts
   */
  public record Broker(String uri, Optional<Path> trustedCertificates) {}

  /**
   * The session the broker keeps for this node while it is away.
   *
   * @param clientId unique among all clients of the broker, and the same after a restart: unstored
   *     messages come again only to the id they were sent to
   * @param connections how many connections share the work; more than one needs a share group
   * @param keepAlive silence after which the connection is probed
   * @param expiry how long the broker keeps messages for a node that is away
   */
  public record Session(String clientId, int connections, Duration keepAlive, Duration expiry) {
    public static final Session DEFAULT =
        new Session("zhili-node-1", 1, Duration.ofSeconds(30), Duration.ofDays(1));

    /** The client id of each connection. */
    List<String> clientIds() {
      return IntStream.rangeClosed(1, connections)
          .mapToObj(i -> i == 1 ? clientId : clientId + "-" + i)
          .toList();
    }
  }

  /**
   * What is taken in.
   *
   * @param topics MQTT topic filters
   * @param shareGroup nodes of one group get each message once among them; empty on a single node
   * @param receiveMaximum messages each connection may have unacknowledged; this many at most come
   *     twice after a connection is lost
   * @param maximumPacketBytes larger packets are dropped by the broker
   */
  public record Intake(
      List<String> topics,
      Optional<String> shareGroup,
      int receiveMaximum,
      int maximumPacketBytes) {
    public static final Intake DEFAULT =
        new Intake(List.of("zhili/v1/+/+/up"), Optional.empty(), 1000, 262_144);

    public Intake {
      topics = List.copyOf(topics);
    }

    /** The filters to subscribe to. */
    List<String> filters() {
      return topics.stream()
          .map(topic -> shareGroup.map(group -> "$share/" + group + "/" + topic).orElse(topic))
          .toList();
    }

    /** Filters a session of other settings may still have, and must not have with these. */
    List<String> outdated(Intake before) {
      var outdated = new LinkedHashSet<>(before.filters());
      if (shareGroup.isPresent()) {
        outdated.addAll(topics);
      }
      outdated.removeAll(filters());
      return List.copyOf(outdated);
    }
  }
}
