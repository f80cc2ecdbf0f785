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
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears stations of one protocol that connect over TCP.
 *
 * <p>A station is answered after the town has stored what it sent, never before; what is unanswered
 * when a connection or this process ends, the station sends again. All connections are served by
 * one thread that waits for nobody: protocols, credentials and the town are asked by a few workers,
 * for one message of a connection after the other.
 *
 * <p>Thread-safe. Listening, and trying to, goes on in the background until {@link #close}.
 */
public final class TcpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);
  private static final long TICK_MILLISECONDS = 200;
  private static final long TRY_AGAIN_MILLISECONDS = 5_000;
  private static final long PAUSE_NANOS = 1_000_000_000;
  private static final long LEAVE_MILLISECONDS = 5_000;
  private static final int WORKERS = 4;

  private final ListenerSettings settings;
  private final Town town;
  private final Told told;
  private final Counters counters = new Counters();
  private final Conversation.Shared shared;
  private final List<Conversation> conversations = new ArrayList<>();
  private final ExecutorService workers;
  private final LongSupplier nanos;
  private final Selector selector;
  private final Thread thread;
  private volatile int port;
  private volatile boolean closed;

  /** Begin to listen. */
  public TcpListener(ListenerSettings settings, Town town) {
    this(settings, town, System::nanoTime);
  }

  /**
   * @param nanos the time that limits are measured by
   */
  TcpListener(ListenerSettings settings, Town town, LongSupplier nanos) {
    this.settings = settings;
    this.town = town;
    this.nanos = nanos;
    told = new Told(town.clock());
    workers = Executors.newFixedThreadPool(WORKERS, work -> daemon(work, "-worker"));
    shared = shared();
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no connection can be served", e);
    }
    thread = daemon(this::run, "");
    thread.start();
  }

  private Conversation.Shared shared() {
    Admissions admissions = new Admissions(town.stations(), nanos);
    Limits limits = settings.limits();
    return new Conversation.Shared(
        new Asked(settings.protocol(), town, admissions, told),
        limits,
        new Room(town.inlet().window() * limits.share() / 100),
        told,
        counters,
        workers,
        nanos);
  }

  private Thread daemon(Runnable work, String what) {
    Thread made = new Thread(work, "zhili-listener-" + settings.protocol() + what);
    made.setDaemon(true);
    return made;
  }

  /** The port that is listened on; empty while there is none. */
  public OptionalInt port() {
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  public ListenerStatus status() {
    return counters.status();
  }

  /**
   * Close all connections and listen no more. Returns within 5 s; a worker that still waits for the
   * town ends when the town answers.
   */
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
    } finally {
      workers.shutdownNow();
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
    long acceptAt = nanos.getAsLong();
    while (!closed) {
      selector.select(TICK_MILLISECONDS);
      long now = nanos.getAsLong();
      if (selector.selectedKeys().remove(accepting)) {
        acceptAt = accept((ServerSocketChannel) accepting.channel()) ? now : now + PAUSE_NANOS;
      }
      accepting.interestOps(now >= acceptAt ? SelectionKey.OP_ACCEPT : 0);
      conversations.forEach(conversation -> conversation.attend(now));
      Collections.rotate(conversations, 1); // so that each is the first to find room at times
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
    List<Conversation> over = conversations.stream().filter(Conversation::isOver).toList();
    over.forEach(Conversation::count);
    conversations.removeAll(over);
    counters.connections.set(conversations.size());
  }
}
