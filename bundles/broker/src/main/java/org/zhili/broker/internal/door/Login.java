package org.zhili.broker.internal.door;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.zhili.broker.internal.topic.Rights;

/**
 * A client that was let in. Its rights may shrink or vanish while it is connected.
 *
 * <p>It hangs on the network channel, so that what holds for one connection is never taken for
 * another with the same credentials. Thread-safe.
 */
public final class Login {
  private static final AttributeKey<Login> KEY = AttributeKey.valueOf(Login.class, "login");

  private final String username;
  private final String clientId;
  private final boolean connector;
  private final Subject subject;
  private volatile Rights rights;

  public Login(String username, String clientId, boolean connector, Rights rights) {
    this.username = username;
    this.clientId = clientId;
    this.connector = connector;
    this.rights = rights;
    // Artemis takes no other principal than its own
    this.subject = new Subject(true, Set.of(new UserPrincipal(username)), Set.of(this), Set.of());
  }

  /** The login of a channel; empty before it was let in. */
  public static Optional<Login> of(Channel channel) {
    return Optional.ofNullable(channel.attr(KEY).get());
  }

  /** The login a subject stands for; empty when it is none of ours. */
  public static Optional<Login> of(Subject subject) {
    return subject.getPublicCredentials(Login.class).stream().findAny();
  }

  void hangOn(Channel channel) {
    channel.attr(KEY).set(this);
  }

  public String username() {
    return username;
  }

  String clientId() {
    return clientId;
  }

  public boolean isConnector() {
    return connector;
  }

  public Subject subject() {
    return subject;
  }

  public Rights rights() {
    return rights;
  }

  void rights(Rights now) {
    rights = now;
  }
}
