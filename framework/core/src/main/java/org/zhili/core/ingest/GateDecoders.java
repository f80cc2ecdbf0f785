package org.zhili.core.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhili.core.plugin.Guarded;
import org.zhili.core.plugin.PluginGate;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;

/** The drivers at the gate, as the pipeline asks them. */
public final class GateDecoders implements Decoders {
  private final Acquaintances<DeviceDriver, Decoder> drivers;

  public GateDecoders(PluginGate gate) {
    drivers = new Acquaintances<>(gate, DeviceDriver.class, GateDecoders::introduced);
  }

  @Override
  public List<Decoder> present() {
    return drivers.present();
  }

  private static Optional<Decoder> introduced(Guarded<DeviceDriver> driver) {
    return driver
        .askAside(asked -> new DriverCard(asked.info()))
        .given()
        .map(card -> new GateDecoder(driver, card));
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
    public boolean isAsked(Sender sender) {
      return driver.isAsked(part(sender));
    }

    @Override
    public List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages) {
      return GateReplies.of(driver.askEach(part(sender), messages, GateDecoder::bounded));
    }

    private static String part(Sender sender) {
      return sender == Sender.REGISTERED ? Guarded.SELF : sender.name().toLowerCase(Locale.ROOT);
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
