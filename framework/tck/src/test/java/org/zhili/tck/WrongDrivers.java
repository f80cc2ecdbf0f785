package org.zhili.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Disabled;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.DriverInfo;
import org.zhili.device.Metric;
import org.zhili.device.Payload;
import org.zhili.device.Reading;
import org.zhili.device.Value;

/** Contracts of drivers that break one rule each. Run by the tests of the kit, never by a build. */
final class WrongDrivers {
  private static final DeviceDriver ANY_TEMPERATURE =
      new Thermometer() {
        @Override
        boolean isPlausible(double celsius) {
          return true;
        }
      };

  private WrongDrivers() {}

  abstract static class Contract extends DeviceDriverContract {
    private final DeviceDriver driver;

    Contract(DeviceDriver driver) {
      this.driver = driver;
    }

    @Override
    protected DeviceDriver driver() {
      return driver;
    }
  }

  static class Faultless extends Contract {
    Faultless() {
      super(new Thermometer());
    }
  }

  @Disabled("to see what is left of a test that does not run")
  static class Resting extends Contract {
    Resting() {
      super(new Thermometer());
    }
  }

  static class Off extends Contract {
    Off() {
      super(
          new Thermometer() {
            @Override
            public Decoded decode(DeviceMessage message) {
              return map(super.decode(message), celsius -> celsius + 273.15);
            }
          });
    }
  }

  static class Accepting extends Contract {
    Accepting() {
      super(named("test-accepting"));
    }
  }

  static class Fileless extends Contract {
    Fileless() {
      super(named("test-fileless"));
    }
  }

  static class Misspelled extends Contract {
    Misspelled() {
      super(named("test-misspelled"));
    }
  }

  static class Chatty extends Contract {
    Chatty() {
      super(
          new Thermometer() {
            @Override
            public Decoded decode(DeviceMessage message) {
              return message.payload().size() == 299
                  ? new Decoded.Readings(List.of(undeclared(message)))
                  : super.decode(message);
            }
          });
    }
  }

  static class Throwing extends Contract {
    Throwing() {
      super(
          new Thermometer() {
            @Override
            public Decoded decode(DeviceMessage message) {
              if (message.payload().size() > 200) {
                message.payload().u8(message.payload().size());
              }
              return super.decode(message);
            }
          });
    }
  }

  static class Silent extends Contract {
    Silent() {
      super(
          new Thermometer() {
            @Override
            @SuppressWarnings("NullAway")
            public Decoded decode(DeviceMessage message) {
              return message.payload().size() > 200 ? null : super.decode(message);
            }
          });
    }
  }

  /** Reads a missing byte as zero, as vendors' decoders do. */
  static class Inventive extends Contract {
    Inventive() {
      super(
          new Thermometer() {
            @Override
            public Decoded decode(DeviceMessage message) {
              Payload payload = message.payload();
              if (payload.size() == 2 && payload.u8(1) == 2) {
                return super.decode(
                    new DeviceMessage(
                        message.origin(),
                        Payload.ofHex(payload.hex() + "0000000000"),
                        message.receivedAt(),
                        message.zone()));
              }
              return super.decode(message);
            }
          });
    }
  }

  /** Has a checksum, and does not look at it. */
  static class Trusting extends Contract {
    Trusting() {
      super(new SummedThermometer(frame -> true));
    }

    @Override
    protected boolean checksummed() {
      return true;
    }
  }

  static class Checking extends Contract {
    Checking() {
      super(new SummedThermometer(SummedThermometer::sumFits));
    }

    @Override
    protected boolean checksummed() {
      return true;
    }
  }

  static class Implausible extends Contract {
    Implausible() {
      super(ANY_TEMPERATURE);
    }
  }

  /** As implausible, but it says why. */
  static class Furnace extends Contract {
    Furnace() {
      super(ANY_TEMPERATURE);
    }

    @Override
    protected List<Range> ranges() {
      return List.of(new Range("temperature", -4000, 4000, "it sits in a furnace"));
    }
  }

  static class OddName extends Contract {
    OddName() {
      super(
          described(
              new DriverInfo(
                  "test-thermometer",
                  "a thermometer",
                  Set.of("test/+/up"),
                  Set.of(
                      new Metric("temperature", "K"),
                      new Metric("alarm", "1"),
                      new Metric("warmth", "Cel")))));
    }
  }

  static class Remembering extends Contract {
    Remembering() {
      super(
          new Thermometer() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            public Decoded decode(DeviceMessage message) {
              double later = calls.incrementAndGet() > 100 ? 1 : 0;
              return map(super.decode(message), celsius -> celsius + later);
            }
          });
    }
  }

  static class Unlisted extends Contract {
    Unlisted() {
      super(named("test-thermometer"));
    }
  }

  static class MisFiltered extends Contract {
    MisFiltered() {
      super(described(Thermometer.info("test-thermometer", "test/#/up", "Cel")));
    }
  }

  static class Elsewhere extends Contract {
    Elsewhere() {
      super(described(Thermometer.info("test-thermometer", "other/+/up", "Cel")));
    }
  }

  static class Greedy extends Contract {
    Greedy() {
      super(
          new Thermometer() {
            @Override
            public Decoded decode(DeviceMessage message) {
              return message.payload().hex().startsWith("017564")
                  ? new Decoded.Readings(List.of())
                  : super.decode(message);
            }
          });
    }
  }

  static class OddUnit extends Contract {
    OddUnit() {
      super(described(Thermometer.info("test-thermometer", "test/+/up", "degrees")));
    }
  }

  private static DeviceDriver named(String id) {
    return described(Thermometer.info(id, "test/+/up", "Cel"));
  }

  private static DeviceDriver described(DriverInfo info) {
    return new Thermometer() {
      @Override
      public DriverInfo info() {
        return info;
      }
    };
  }

  private static Reading undeclared(DeviceMessage message) {
    return new Reading(
        message.origin().device().orElse(new org.zhili.id.DeviceId("T-1")),
        "humidity",
        new Value.Measure(50),
        message.receivedAt(),
        org.zhili.device.TimeSource.RECEIVED);
  }

  private static Decoded map(Decoded answer, java.util.function.DoubleUnaryOperator change) {
    return answer instanceof Decoded.Readings got
        ? new Decoded.Readings(
            got.readings().stream()
                .map(
                    reading ->
                        reading.value() instanceof Value.Measure measure
                            ? new Reading(
                                reading.device(),
                                reading.metric(),
                                new Value.Measure(change.applyAsDouble(measure.value())),
                                reading.observedAt(),
                                reading.timeSource())
                            : reading)
                .toList())
        : answer;
  }
}
