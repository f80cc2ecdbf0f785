package org.zhili.tck;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;

/** Contracts of protocols, one of them without fault. */
final class WrongProtocols {
  private WrongProtocols() {}

  static class Faultless extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge();
    }
  }

  /** Its frames have no checksum, as far as it says. */
  static class Unchecked extends Faultless {
    @Override
    protected boolean checksummed() {
      return false;
    }
  }

  static class Fileless extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        public ProtocolInfo info() {
          return new ProtocolInfo("test-fileless", 100);
        }
      };
    }
  }

  /** Lets its stations wait for ever. */
  static class Silent extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        boolean isAnswered(boolean sound) {
          return false;
        }
      };
    }
  }

  /** Takes what has just begun for noise. */
  static class Hasty extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        public Head read(Payload received, Instant at) {
          Head head = super.read(received, at);
          return head instanceof Head.Begun ? new Head.Noise(1) : head;
        }
      };
    }
  }

  /** Throws away with the noise what comes after it. */
  static class Wasteful extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        int noise(Payload received) {
          return received.size();
        }
      };
    }
  }

  /** Waits for the end of a line for ever. */
  static class Endless extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        public Head read(Payload received, Instant at) {
          return received.hex().endsWith("0a") ? super.read(received, at) : new Head.Begun();
        }
      };
    }
  }

  static class Throwing extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        public Head read(Payload received, Instant at) {
          int length =
              received.size() < HEAD
                  ? 0
                  : Integer.parseInt(received.slice(1, HEAD).utf8().orElse("none"));
          return length < 0 ? new Head.Begun() : super.read(received, at);
        }
      };
    }
  }

  /** Says that a frame is longer than what is there. */
  static class Boastful extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        int noise(Payload received) {
          return received.size() + 1;
        }
      };
    }
  }

  /** Answers whatever its checksum says. */
  static class Trusting extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {
        @Override
        boolean isAnswered(boolean sound) {
          return true;
        }
      };
    }
  }

  static class Remembering extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      AtomicInteger calls = new AtomicInteger();
      return new Gauge() {
        @Override
        public Head read(Payload received, Instant at) {
          return calls.incrementAndGet() % 100 == 0 ? new Head.Begun() : super.read(received, at);
        }
      };
    }
  }

  static class Unlisted extends FrameProtocolContract {
    @Override
    protected FrameProtocol protocol() {
      return new Gauge() {};
    }
  }
}
