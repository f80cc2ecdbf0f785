package org.zhili.tck;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.device.Payload;
import org.zhili.envelope.EnclosedMessage;
import org.zhili.envelope.EnvelopeInfo;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;

/** Contracts of envelopes, one of them without fault. */
final class WrongEnvelopes {
  private WrongEnvelopes() {}

  static class Faultless extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel();
    }
  }

  /** Takes no vector for broken. */
  static class Trusting extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {
        @Override
        public Opened open(WrappedMessage message) {
          return contents("bin-7", message.payload().utf8().orElse(":"));
        }
      };
    }
  }

  static class Throwing extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {
        @Override
        public Opened open(WrappedMessage message) {
          if (message.payload().size() == 3) {
            throw new IllegalStateException("three bytes");
          }
          return super.open(message);
        }
      };
    }
  }

  /** Opens half a message. */
  static class Inventive extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {
        @Override
        public Opened open(WrappedMessage message) {
          return message.payload().size() == 8
              ? new Opened.Contents(
                  List.of(
                      new EnclosedMessage(
                          "bin-7", Payload.ofHex("01"), OptionalInt.empty(), Optional.empty())))
              : super.open(message);
        }
      };
    }
  }

  static class Remembering extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      AtomicInteger times = new AtomicInteger();
      return new Parcel() {
        @Override
        public Opened open(WrappedMessage message) {
          return times.incrementAndGet() % 50 == 0 ? new Opened.NotMine() : super.open(message);
        }
      };
    }
  }

  static class Unlisted extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {};
    }
  }

  /** Would open what devices say on topics of their own. */
  static class Greedy extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {
        @Override
        public EnvelopeInfo info() {
          return new EnvelopeInfo("test-parcel", "Parcels", Set.of("#"));
        }
      };
    }
  }

  /** Believes the message rather than the topic. */
  static class Credulous extends PayloadEnvelopeContract {
    @Override
    protected PayloadEnvelope envelope() {
      return new Parcel() {
        @Override
        public Opened open(WrappedMessage message) {
          String named = message.payload().utf8().orElse("").split(":", -1)[0];
          return super.open(
              new WrappedMessage(
                  "parcel/" + named + "/up", message.payload(), message.receivedAt()));
        }
      };
    }
  }
}
