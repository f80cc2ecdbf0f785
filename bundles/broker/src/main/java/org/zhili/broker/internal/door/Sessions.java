package org.zhili.broker.internal.door;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.broker.internal.topic.Rights;

/** The clients that are in, and the round that throws out those whose account is gone. */
public final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** Told to the channel of a client that must leave. */
  enum Eviction {
    ACCOUNT_GONE
  }

  private final Gatekeeper gatekeeper;
  private final Map<Channel, Login> present = new ConcurrentHashMap<>();

  public Sessions(Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  void enter(Channel channel, Login login) {
    login.hangOn(channel);
    present.put(channel, login);
    channel.closeFuture().addListener(closed -> present.remove(channel));
  }

  /**
   * Ask about everybody once. While the accounts are away or broken nobody is thrown out: what
   * devices send meanwhile is kept in the journal.
   */
  public void check() {
    for (Map.Entry<Channel, Login> each : present.entrySet()) {
      try {
        Optional<Rights> now = gatekeeper.now(each.getValue());
        if (now.isEmpty()) {
          return;
        }
        each.getValue().rights(now.get());
        if (now.get() == Rights.none()) {
          LOG.info("{} was disconnected: its account is gone", each.getValue().username());
          each.getKey().pipeline().fireUserEventTriggered(Eviction.ACCOUNT_GONE);
        }
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("accounts could not be checked; sessions stay as they are until the next time", e);
        return;
      }
    }
  }
}
