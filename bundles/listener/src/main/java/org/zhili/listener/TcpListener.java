package org.zhili.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears stations of one protocol that connect over TCP.
 *
 * <p>A station is answered after the town has stored what it sent, never before; what is unanswered
 * when a connection or this process ends, the station sends again. All connections are served by
 * one thread that never waits for any of them.
 *
 * <p>Thread-safe. Listening, and trying to, goes on in the background until {@link #close}.
 */
public final class TcpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
  private static final long TICK_MILLISECONDS = 200;
  private static final long TRY_AGAIN_MILLISECONDS = 5_000;
  private static final long PAUSE_NANOS = 1_000_000_000;
  private static final long LEAVE_MILLISECONDS = 5_000;

  private final ListenerSettings settings;
  private final Town town;
  private final Told told;
  private final Counters counters = new Counters();
  private final Conversation.Shared shared;
  private final List<Conversation> conversations = new ArrayList<>();
  private final Selector selector;
  private final Thread thread;
  private volatile int port;
  private volatile boolean closed;

  /** Begin to listen. */
  public TcpListener(ListenerSettings settings, Town town) {
    this.settings = settings;
    this.town = town;
    told = new Told(town.clock());
    shared =
        new Conversation.Shared(
            new Asked(settings.protocol(), town, told), settings.limits(), told, counters);
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no connection can be served", e);
    }
    thread = new Thread(this::run, "zhili-listener-" + settings.protocol());
    thread.setDaemon(true);
    thread.start();
  }

  /** The port that is listened on; empty while there is none. */
  public OptionalInt port() {
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  public ListenerStatus status() {
    return counters.status();
  }

  /** Close all connections and listen no more. Returns within 5 s. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(LEAVE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (Selector open = selector) {
      while (!closed && open.isOpen()) {
        listen();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("the listener for {} broke; save its configuration to start it anew", settings, e);
    }
  }

  /** Listen until closed; or find that it is not possible now, and wait. */
  private void listen() throws IOException {
    String where = settings.host() + ":" + settings.port();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(settings.host(), settings.port()));
      server.configureBlocking(false);
      SelectionKey accepting = server.register(selector, SelectionKey.OP_ACCEPT);
      port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      LOG.info("Stations that speak {} are heard on port {}", settings.protocol(), port);
      told.mended(Fault.Code.NOT_LISTENING, where);
      serve(accepting);
    } catch (IOException | UnresolvedAddressException e) {
      told.tell(Fault.of(Fault.Code.NOT_LISTENING, settings.protocol(), where, e), where);
      selector.select(TRY_AGAIN_MILLISECONDS);
    } finally {
      port = 0;
      conversations.forEach(conversation -> conversation.end("the town hears no more"));
      forgetEnded();
    }
  }

  private void serve(SelectionKey accepting) throws IOException {
    long acceptAt = System.nanoTime();
    while (!closed) {
      selector.select(TICK_MILLISECONDS);
      long now = System.nanoTime();
      if (selector.selectedKeys().remove(accepting)) {
        acceptAt = accept((ServerSocketChannel) accepting.channel()) ? now : now + PAUSE_NANOS;
      }
      accepting.interestOps(now >= acceptAt ? SelectionKey.OP_ACCEPT : 0);
      conversations.forEach(conversation -> conversation.attend(now));
      selector.selectedKeys().clear();
      forgetEnded();
    }
  }

  /** Let in who waits; false when the machine has no more room for connections. */
  private boolean accept(ServerSocketChannel server) {
    try {
      for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
        greet(channel);
      }
      return true;
    } catch (IOException e) {
      LOG.warn("A station could not connect ({}); its next attempt may succeed", e.getMessage());
      return false;
    }
  }

  private void greet(SocketChannel channel) throws IOException {
    InetAddress address = channel.socket().getInetAddress();
    String peer = address.getHostAddress();
    long ofPeer = conversations.stream().filter(one -> one.peer().equals(peer)).count();
    Limits limits = settings.limits();
    if (!settings.networks().allow(address)) {
      refuse(channel, Fault.of(Fault.Code.NOT_ALLOWED, peer, settings.protocol()), peer);
    } else if (conversations.size() >= limits.connections() || ofPeer >= limits.perAddress()) {
      int open = conversations.size();
      refuse(channel, Fault.of(Fault.Code.TOO_MANY, open, settings.protocol(), peer), peer);
    } else {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      conversations.add(new Conversation(peer, key, shared, town));
      counters.connections.set(conversations.size());
    }
  }

  private void refuse(SocketChannel channel, Fault fault, String peer) throws IOException {
    told.tell(fault, peer);
    counters.refused.increment();
    channel.close();
  }

  private void forgetEnded() {
    conversations.removeIf(Conversation::isEnded);
    counters.connections.set(conversations.size());
  }
}
