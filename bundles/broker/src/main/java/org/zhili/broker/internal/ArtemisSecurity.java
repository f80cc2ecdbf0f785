package org.zhili.broker.internal;

import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.jspecify.annotations.Nullable;
import org.zhili.broker.internal.door.Audience;
import org.zhili.broker.internal.door.Login;
import org.zhili.broker.internal.door.RefusalLog;
import org.zhili.broker.internal.topic.Rights;
import org.zhili.broker.internal.topic.TopicFilter;

/**
 * Answers Artemis' questions about permission from the login of the connection that asks.
 *
 * <p>Addresses of Artemis are MQTT topics here, since the broker is configured with MQTT's own
 * separator and wildcards; so there is no translation that two topics could share.
 */
final class ArtemisSecurity implements ActiveMQSecurityManager5 {
  private static final String QUEUE_MARK = "::";

  private final Audience audience;
  private final RefusalLog refusals;

  ArtemisSecurity(Audience audience, RefusalLog refusals) {
    this.audience = audience;
    this.refusals = refusals;
  }

  /** Whoever reaches Artemis has been let in at the door; anybody else is nobody. */
  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String securityDomain) {
    if (connection != null
        && connection.getTransportConnection() instanceof NettyServerConnection transport) {
      return Login.of(transport.getChannel())
          .filter(login -> login.username().equals(user))
          .map(Login::subject)
          .orElse(null);
    }
    return null;
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
    return Optional.ofNullable(subject)
        .flatMap(Login::of)
        .filter(login -> authorize(login, checkType, address))
        .isPresent();
  }

  private boolean authorize(Login login, CheckType checkType, String address) {
    Rights rights = login.rights();
    return switch (checkType) {
      case SEND -> maySend(login, address);
      case CREATE_ADDRESS -> rights.mayCreateAddress(withoutQueue(address));
      case CONSUME,
          CREATE_DURABLE_QUEUE,
          CREATE_NON_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE ->
          mayUseQueue(rights, address);
      // only the connector's own, once nobody listens there any more
      case DELETE_ADDRESS -> login.isConnector() && rights.mayPublish(withoutQueue(address));
      case BROWSE, MANAGE, VIEW, EDIT -> false;
    };
  }

  private boolean maySend(Login login, String topic) {
    if (!login.rights().mayPublish(topic)) {
      refusals.say(login.username(), "it may not publish to " + printable(topic));
      return false;
    }
    boolean heard =
        login.isConnector() || TopicFilter.parse(topic).filter(audience::listensTo).isPresent();
    if (!heard) {
      refusals.say(login.username(), "nobody listens to " + printable(topic));
    }
    return heard;
  }

  private static boolean mayUseQueue(Rights rights, String address) {
    int mark = address.indexOf(QUEUE_MARK);
    return mark >= 0
        && rights.mayUseQueue(
            address.substring(0, mark), address.substring(mark + QUEUE_MARK.length()));
  }

  private static String withoutQueue(String address) {
    int mark = address.indexOf(QUEUE_MARK);
    return mark < 0 ? address : address.substring(0, mark);
  }

  /** Only topics that passed the door come here, but a log line should not depend on that. */
  private static String printable(String topic) {
    return TopicFilter.isTopic(topic) ? topic : "a topic without a proper name";
  }

  @Override
  public boolean validateUser(String user, String password) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    return false;
  }
}
