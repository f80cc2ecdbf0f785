package org.zhili.broker.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.zhili.broker.internal.door.Threshold;

/**
 * The broker's port. Bound first, so that a taken port is known before the journal is opened;
 * connections wait until {@link #open()}.
 */
final class MqttListener {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CONNECTION_QUEUE = 1_024;

  private final int maxConnections;
  private final Consumer<Channel> onwards;
  private final EventLoopGroup threads =
      new NioEventLoopGroup(0, new DefaultThreadFactory("zhili-broker-network", true));
  private final AtomicInteger connections = new AtomicInteger();
  private final Channel port;

  private MqttListener(InetSocketAddress address, int maxConnections, Consumer<Channel> onwards) {
    this.maxConnections = maxConnections;
    this.onwards = onwards;
    try {
      this.port = bind(address);
    } catch (Throwable e) {
      end();
      throw e;
    }
  }

  /**
   * Take the port.
   *
   * @param onwards given each connection that begins like MQTT
   * @throws Exception an {@code IOException} when the port cannot be had
   */
  static MqttListener bind(InetSocketAddress address, int maxConnections, Consumer<Channel> onwards)
      throws Exception {
    return new MqttListener(address, maxConnections, onwards);
  }

  private Channel bind(InetSocketAddress address) {
    return new ServerBootstrap()
        .group(threads)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_BACKLOG, CONNECTION_QUEUE)
        .option(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                receive(channel);
              }
            })
        .bind(address)
        .syncUninterruptibly()
        .channel();
  }

  private void receive(Channel channel) {
    channel.closeFuture().addListener(closed -> connections.decrementAndGet());
    if (connections.incrementAndGet() > maxConnections) {
      var unused = channel.close();
      return;
    }
    channel
        .pipeline()
        .addLast(new Threshold(PATIENCE, context -> onwards.accept(context.channel())));
  }

  /** Let connections in. */
  void open() {
    port.config().setAutoRead(true);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) port.localAddress();
  }

  /** Take no more connections; those that are in stay. */
  void close() {
    port.close().awaitUninterruptibly();
  }

  /** End the network threads, after the broker has closed its connections. */
  void end() {
    threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
