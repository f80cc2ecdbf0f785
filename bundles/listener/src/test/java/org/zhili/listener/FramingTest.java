package org.zhili.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhili.device.Payload;
import org.zhili.driver.hj212.Hj212Protocol;
import org.zhili.driver.sl651.Sl651Protocol;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;

/** However the network cuts a stream, the frames in it are the same. */
class FramingTest {
  private static final int TIMES = 100;

  static Stream<FrameProtocol> protocols() {
    return Stream.of(new Hj212Protocol(), new Sl651Protocol());
  }

  private record Found(List<Payload> frames, int noise, int left) {}

  @ParameterizedTest
  @MethodSource("protocols")
  void any_cuts_find_the_same_frames_and_the_same_noise(FrameProtocol protocol) throws IOException {
    Random random = new Random(212_651);
    for (int time = 0; time < TIMES; time++) {
      byte[] stream = stream(random);
      Found whole = read(protocol, stream, stream.length);
      assertThat(whole.frames()).isNotEmpty();
      for (int most : new int[] {1, 7, 200}) {
        assertThat(read(protocol, random, stream, most)).as("stream %d", time).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void random_bytes_never_break_a_protocol(FrameProtocol protocol) throws IOException {
    Random random = new Random(1);
    for (int time = 0; time < TIMES * 10; time++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      byte[] begin =
          random.nextBoolean() ? new byte[] {'#', '#', '0', '0'} : new byte[] {0x7E, 0x7E};
      System.arraycopy(begin, 0, bytes, 0, Math.min(begin.length, bytes.length));
      Found found = read(protocol, bytes, bytes.length);
      int framed = found.frames().stream().mapToInt(Payload::size).sum();
      assertThat(framed + found.noise() + found.left()).isEqualTo(bytes.length);
    }
  }

  /** Frames of both protocols, with noise, halves and damage between them. */
  private static byte[] stream(Random random) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 6; i++) {
      byte[] packet = Payload.ofUtf8(Samples.packet(i + ".5")).toBytes();
      byte[] report = Samples.REPORT.toBytes();
      switch (random.nextInt(4)) {
        case 0 -> stream.writeBytes(Payload.ofUtf8("GET / HTTP/1.1\r\n#~#0").toBytes());
        case 1 -> stream.writeBytes(Arrays.copyOf(packet, random.nextInt(packet.length)));
        case 2 -> stream.writeBytes(Arrays.copyOf(report, random.nextInt(report.length)));
        default -> {
          byte[] damaged = random.nextBoolean() ? packet.clone() : report.clone();
          damaged[random.nextInt(damaged.length)] ^= 0x10;
          stream.writeBytes(damaged);
        }
      }
      stream.writeBytes(packet);
      stream.writeBytes(report);
    }
    for (int i = 0; i < 3; i++) { // what a frame that says to be longer may swallow
      stream.writeBytes(Payload.ofUtf8(Samples.packet("9.5")).toBytes());
      stream.writeBytes(Samples.REPORT.toBytes());
    }
    return stream.toByteArray();
  }

  private static Found read(FrameProtocol protocol, byte[] stream, int most) throws IOException {
    return read(protocol, new Random(0), stream, most);
  }

  private static Found read(FrameProtocol protocol, Random random, byte[] stream, int most)
      throws IOException {
    Received received = new Received(64 * 1024);
    List<Payload> frames = new ArrayList<>();
    int noise = 0;
    for (int at = 0; at < stream.length; ) {
      int piece = most < stream.length ? 1 + random.nextInt(most) : stream.length;
      int to = Math.min(stream.length, at + piece);
      fill(received, Arrays.copyOfRange(stream, at, to));
      at = to;
      boolean more = true;
      while (more && !received.isEmpty()) {
        Head head = protocol.read(received.all(), Samples.AT);
        if (head instanceof Head.Noise skipped) {
          received.take(skipped.length());
          noise += skipped.length();
        } else if (head instanceof Head.Frame frame) {
          frames.add(received.take(frame.length()));
        } else {
          more = false;
        }
      }
    }
    return new Found(frames, noise, received.size());
  }

  private static void fill(Received received, byte[] bytes) throws IOException {
    ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes));
    for (int got = 0; got < bytes.length; ) {
      got += received.fill(channel);
    }
  }
}
