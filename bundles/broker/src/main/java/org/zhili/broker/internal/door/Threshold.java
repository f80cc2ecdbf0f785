package org.zhili.broker.internal.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The first thing a connection meets: only an MQTT CONNECT may come after it, and soon.
 *
 * <p>Artemis would also speak HTTP on this port, with requests of any size, and would keep bytes it
 * can make nothing of.
 */
public final class Threshold extends ChannelInboundHandlerAdapter {
  private static final int CONNECT = 0x10;

  private final Duration patience;
  private final Consumer<ChannelHandlerContext> onwards;

  /**
   * @param patience how long a client has to be let in
   * @param onwards adds what comes next to the channel's pipeline
   */
  public Threshold(Duration patience, Consumer<ChannelHandlerContext> onwards) {
    this.patience = patience;
    this.onwards = onwards;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    var late =
        context
            .executor()
            .schedule(
                () -> {
                  if (Login.of(context.channel()).isEmpty()) {
                    var unused = context.close();
                  }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    context.channel().closeFuture().addListener(closed -> late.cancel(false));
    super.channelActive(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    ByteBuf bytes = (ByteBuf) message;
    if (!bytes.isReadable() || bytes.getUnsignedByte(bytes.readerIndex()) != CONNECT) {
      ReferenceCountUtil.release(bytes);
      var unused = context.close();
      return;
    }
    onwards.accept(context);
    context.fireChannelRead(bytes);
    context.pipeline().remove(this);
  }
}
