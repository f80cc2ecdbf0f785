package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;

/** The drivers at the gate, as the pipeline asks them. */
public final class GateDecoders implements Decoders {
  private final PluginGate gate;
  private final Map<Guarded<DeviceDriver>, Decoder> known = new ConcurrentHashMap<>();

  public GateDecoders(PluginGate gate) {
    this.gate = gate;
  }

  @Override
  public List<Decoder> present() {
    List<Guarded<DeviceDriver>> drivers = gate.of(DeviceDriver.class);
    known.keySet().retainAll(drivers);
    List<Decoder> present = new ArrayList<>(drivers.size());
    for (Guarded<DeviceDriver> driver : drivers) {
      known(driver).ifPresent(present::add);
    }
    return present;
  }

  /** One that gives no account of itself any more is passed over. */
  private Optional<Decoder> known(Guarded<DeviceDriver> driver) {
    Decoder decoder = known.get(driver);
    if (decoder == null) {
      Optional<DriverCard> card = driver.ask(asked -> new DriverCard(asked.info())).given();
      card.ifPresent(said -> known.putIfAbsent(driver, new GateDecoder(driver, said)));
      decoder = known.get(driver);
    }
    return Optional.ofNullable(decoder);
  }

  private record GateDecoder(Guarded<DeviceDriver> driver, DriverCard card) implements Decoder {
    @Override
    public String identity() {
      return driver.identity().toString();
    }

    @Override
    public boolean isAsked() {
      return driver.isAsked();
    }

    @Override
    public List<Reply<Decoded>> decode(List<DeviceMessage> messages) {
      return GateReplies.of(driver.askEach(messages, GateDecoder::bounded));
    }

    /** One that floods the town breaks, and is blamed for it. */
    private static Decoded bounded(DeviceDriver driver, DeviceMessage message) {
      Decoded decoded = driver.decode(message);
      if (decoded instanceof Decoded.Readings read
          && read.readings().size() > Wellformed.MAX_READINGS) {
        throw new IllegalStateException(
            "it reported " + read.readings().size() + " readings at once");
      }
      return decoded;
    }
  }
}
