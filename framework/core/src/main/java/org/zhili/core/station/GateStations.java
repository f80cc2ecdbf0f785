package org.zhili.core.station;

import java.time.Instant;
import java.util.Optional;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.plugin.PluginGate;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.frame.Stations;

/** The protocols at the gate, and the credentials of stations, as a listener asks them. */
public final class GateStations implements Stations {
  private final PluginGate gate;
  private final DeviceAccess access;

  public GateStations(PluginGate gate, DeviceAccess access) {
    this.gate = gate;
    this.access = access;
  }

  @Override
  public Optional<ProtocolInfo> protocol(String id) {
    return gate.named(FrameProtocol.class, id)
        .flatMap(protocol -> protocol.askAside(FrameProtocol::info).given());
  }

  @Override
  public Optional<Head> read(String protocol, Payload received, Instant at) {
    return gate.named(FrameProtocol.class, protocol)
        .flatMap(asked -> asked.<Head>ask(one -> one.read(received, at)).given());
  }

  @Override
  public Optional<Origin> admit(Station station) {
    return access.admit(station);
  }
}
