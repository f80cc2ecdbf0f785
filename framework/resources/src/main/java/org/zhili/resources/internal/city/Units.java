package org.zhili.resources.internal.city;

import java.util.Optional;
import org.zhili.city.Device;
import org.zhili.core.ingest.Decoder;
import org.zhili.core.ingest.Decoders;

/** In which units devices report, as their drivers say. */
public final class Units {
  private final Decoders drivers;

  public Units(Decoders drivers) {
    this.drivers = drivers;
  }

  /** The units of one device; none while its driver is away. */
  Of of(Device device) {
    Optional<Decoder> driver =
        drivers.present().stream().filter(one -> one.id().equals(device.driver())).findFirst();
    return metric -> driver.flatMap(one -> one.card().unit(metric));
  }

  /** The unit of a metric as UCUM writes it; none when the driver has not announced it. */
  interface Of {
    Optional<String> unit(String metric);
  }
}
