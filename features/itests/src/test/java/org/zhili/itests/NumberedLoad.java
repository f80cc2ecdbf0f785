package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Frames of several covers, by one gateway, each cover counting from 1: at a steady pace, many on
 * their way at once. Fails when one gets no receipt.
 */
final class NumberedLoad implements AutoCloseable {
  private static final long PACE_MILLISECONDS = 6;
  private static final int ON_THEIR_WAY = 500;
  private static final long PATIENCE_MILLISECONDS = 60_000;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Deque<IMqttToken> open = new ArrayDeque<>();
  private final MqttAsyncClient client;
  private final List<Cover> covers;
  private final ScheduledFuture<?> frames;
  private final AtomicInteger sent = new AtomicInteger();

  NumberedLoad(Town town, String gateway, List<Cover> covers) throws MqttException {
    this.covers = covers;
    JsonNode credential =
        town.people().administrator().post("/gateways/" + gateway + "/credential").json();
    String name = credential.path("username").asText();
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(name);
    options.setPassword(credential.path("password").asText().getBytes(StandardCharsets.UTF_8));
    options.setAutomaticReconnect(false);
    client = new MqttAsyncClient("tcp://127.0.0.1:" + town.ports().mqtt(), name, null);
    client.connect(options).waitForCompletion(PATIENCE_MILLISECONDS);
    frames = thread.scheduleAtFixedRate(this::next, 0, PACE_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void next() {
    try {
      while (open.size() >= ON_THEIR_WAY) {
        settled(open.remove());
      }
      Cover cover = covers.get(sent() % covers.size());
      int number = sent() / covers.size() + 1;
      byte[] frame = frame(cover, number).getBytes(StandardCharsets.UTF_8);
      open.add(client.publish("zhili/v1/demo/" + cover.id() + "/up", frame, 1, false));
      sent.incrementAndGet();
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many frames it has sent so far. */
  int sent() {
    return sent.get();
  }

  /** The number is a reading, so that it is found again in the store. */
  private static String frame(Cover cover, int number) {
    return """
    {"device_id": "%s", "type": "manhole_cover", "status": "normal",
     "readings": {"temperature": %d}}\
    """
        .formatted(cover.id(), number);
  }

  private static void settled(IMqttToken token) throws MqttException {
    token.waitForCompletion(PATIENCE_MILLISECONDS);
    int[] codes = token.getReasonCodes();
    assertThat(codes == null || codes.length == 0 || codes[0] < 0x80).isTrue();
  }

  /** End, wait for all receipts, and say how far each cover has counted. */
  List<Integer> end() throws Exception {
    frames.cancel(false);
    thread.shutdown();
    assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    try {
      frames.get();
    } catch (CancellationException e) {
      // all was well until it was told to end
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
    for (IMqttToken token : open) {
      settled(token);
    }
    open.clear();
    int rest = sent() % covers.size();
    int each = sent() / covers.size();
    return IntStream.range(0, covers.size()).mapToObj(i -> i < rest ? each + 1 : each).toList();
  }

  @Override
  public void close() throws MqttException {
    thread.shutdownNow();
    client.disconnectForcibly(0, 1000, true);
    client.close(true);
  }
}
