package org.zhili.broker.internal.door;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.zhili.broker.internal.topic.Subscription;
import org.zhili.broker.internal.topic.TopicFilter;

/**
 * Stands before Artemis on one connection, and lets through what is well-formed and admitted.
 *
 * <p>Credentials are checked on another thread; until the verdict nothing more is read. A packet
 * that breaks a rule closes this connection and no other. Everything here runs on the channel's
 * event loop.
 */
public final class Door extends ChannelInboundHandlerAdapter {
  /** Packets a client may send before it knows that it is in. */
  private static final int WAITING_ROOM = 32;

  private enum State {
    EMPTY,
    JUDGING,
    OPEN,
    SHUT
  }

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final RefusalLog refusals;
  private final Executor judges;
  private final Queue<MqttMessage> waiting = new ArrayDeque<>();

  private State state = State.EMPTY;
  private boolean mqtt5;
  private Optional<Login> login = Optional.empty();

  /**
   * @param judges where credentials are checked; may reject when it is overloaded
   */
  public Door(Gatekeeper gatekeeper, Sessions sessions, RefusalLog refusals, Executor judges) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
    this.refusals = refusals;
    this.judges = judges;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    MqttMessage packet = (MqttMessage) message;
    switch (state) {
      case EMPTY -> first(context, packet);
      case JUDGING -> hold(context, packet);
      case OPEN -> next(context, packet);
      case SHUT -> ReferenceCountUtil.release(packet);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event == Sessions.Eviction.ACCOUNT_GONE) {
      shut(context, Disconnect.NOT_AUTHORIZED);
    } else {
      super.userEventTriggered(context, event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    state = State.SHUT;
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    super.channelInactive(context);
  }

  private void first(ChannelHandlerContext context, MqttMessage packet) {
    if (packet.decoderResult().isFailure() || !(packet instanceof MqttConnectMessage connect)) {
      ReferenceCountUtil.release(packet);
      state = State.SHUT;
      var unused = context.close();
      return;
    }
    mqtt5 = connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel();
    state = State.JUDGING;
    context.channel().config().setAutoRead(false);
    Attempt attempt = Attempt.of(connect);
    waiting.add(packet);
    try {
      judges.execute(
          () -> {
            Verdict verdict = gatekeeper.judge(attempt);
            context.executor().execute(() -> settle(context, attempt, verdict));
          });
    } catch (RejectedExecutionException e) {
      settle(context, attempt, new Verdict.Refused(Refusal.BUSY));
    }
  }

  private void hold(ChannelHandlerContext context, MqttMessage packet) {
    if (waiting.size() >= WAITING_ROOM) {
      ReferenceCountUtil.release(packet);
      shut(context, Disconnect.RECEIVE_MAXIMUM_EXCEEDED);
      return;
    }
    waiting.add(packet);
  }

  private void settle(ChannelHandlerContext context, Attempt attempt, Verdict verdict) {
    if (state != State.JUDGING) {
      return;
    }
    if (verdict instanceof Verdict.Admitted admitted) {
      admit(context, admitted.login());
    } else {
      refuse(context, attempt, ((Verdict.Refused) verdict).refusal());
    }
  }

  private void admit(ChannelHandlerContext context, Login client) {
    login = Optional.of(client);
    sessions.enter(context.channel(), client);
    state = State.OPEN;
    context.fireChannelRead(waiting.remove());
    while (!waiting.isEmpty()) {
      channelRead(context, waiting.remove());
    }
    context.channel().config().setAutoRead(true);
  }

  private void refuse(ChannelHandlerContext context, Attempt attempt, Refusal refusal) {
    state = State.SHUT;
    refusals.say(attempt.username(), refusal.reason());
    context.writeAndFlush(Replies.refused(refusal, mqtt5)).addListener(ChannelFutureListener.CLOSE);
  }

  private void next(ChannelHandlerContext context, MqttMessage packet) {
    if (packet.decoderResult().isFailure()) {
      boolean tooLong = packet.decoderResult().cause() instanceof TooLongFrameException;
      ReferenceCountUtil.release(packet);
      shut(context, tooLong ? Disconnect.PACKET_TOO_LARGE : Disconnect.MALFORMED_PACKET);
    } else if (packet instanceof MqttConnectMessage) {
      ReferenceCountUtil.release(packet);
      shut(context, Disconnect.PROTOCOL_ERROR);
    } else if (packet instanceof MqttPublishMessage publish && !isNamed(publish)) {
      ReferenceCountUtil.release(packet);
      shut(context, Disconnect.TOPIC_NAME_INVALID);
    } else if (packet instanceof MqttSubscribeMessage subscribe) {
      subscribe(context, subscribe);
    } else {
      context.fireChannelRead(packet);
    }
  }

  /** An empty name stands for a topic alias, whose name came through here before. */
  private boolean isNamed(MqttPublishMessage publish) {
    String topic = publish.variableHeader().topicName();
    return topic.isEmpty() ? mqtt5 : TopicFilter.isTopic(topic);
  }

  /**
   * All or nothing, and decided here: Artemis, when it refuses a subscription, deletes the queue it
   * would have read from, which may be another client's.
   */
  private void subscribe(ChannelHandlerContext context, MqttSubscribeMessage packet) {
    List<Optional<Subscription>> wanted =
        packet.payload().topicSubscriptions().stream()
            .map(each -> Subscription.parse(each.topicFilter()))
            .toList();
    if (wanted.stream().anyMatch(Optional::isEmpty)) {
      shut(context, Disconnect.TOPIC_FILTER_INVALID);
    } else if (wanted.stream().flatMap(Optional::stream).allMatch(this::isGranted)) {
      context.fireChannelRead(packet);
    } else {
      login.ifPresent(client -> refusals.say(client.username(), "it may not subscribe so"));
      var unused = context.writeAndFlush(Replies.notSubscribed(packet, mqtt5));
    }
  }

  private boolean isGranted(Subscription wanted) {
    return login.filter(client -> client.rights().maySubscribe(wanted)).isPresent();
  }

  private void shut(ChannelHandlerContext context, Disconnect reason) {
    boolean polite = mqtt5 && state == State.OPEN;
    state = State.SHUT;
    login.ifPresent(client -> refusals.say(client.username(), "closed with " + reason));
    if (polite) {
      context.writeAndFlush(Replies.goodbye(reason)).addListener(ChannelFutureListener.CLOSE);
    } else {
      var unused = context.close();
    }
  }
}
