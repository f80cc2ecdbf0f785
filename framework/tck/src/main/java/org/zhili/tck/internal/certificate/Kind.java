package org.zhili.tck.internal.certificate;

import java.util.Optional;
import java.util.stream.Stream;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.frame.FrameProtocol;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/** The kinds of plug-ins there is a contract for. */
public enum Kind {
  DRIVER(DeviceDriver.class),
  ENVELOPE(PayloadEnvelope.class),
  PROTOCOL(FrameProtocol.class),
  STRATEGY(DispatchStrategy.class),
  MODEL(ScoringModel.class),
  MODULE(GovernanceModule.class);

  private final Class<?> spi;

  Kind(Class<?> spi) {
    this.spi = spi;
  }

  /** The interface such a plug-in implements. */
  public String spi() {
    return spi.getName();
  }

  /** The contract that holds it to its rules. */
  public String contract() {
    return spi.getSimpleName() + "Contract";
  }

  /** Whether plug-ins are certified by this contract. */
  static boolean isContract(Class<?> type) {
    return Stream.of(values()).anyMatch(kind -> kind.contract().equals(type.getSimpleName()));
  }

  /** The kind that implements an interface. */
  static Optional<Kind> of(String spi) {
    return Stream.of(values()).filter(kind -> kind.spi().equals(spi)).findFirst();
  }
}
