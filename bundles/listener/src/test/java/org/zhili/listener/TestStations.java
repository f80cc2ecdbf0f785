package org.zhili.listener;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.driver.hj212.Hj212Protocol;
import org.zhili.driver.sl651.Sl651Protocol;
import org.zhili.frame.FrameProtocol;
import org.zhili.frame.Head;
import org.zhili.frame.ProtocolInfo;
import org.zhili.frame.Station;
import org.zhili.frame.Stations;

/** A town whose protocols come and go, and that knows a few passwords. */
final class TestStations implements Stations {
  private final Map<String, FrameProtocol> protocols = new ConcurrentHashMap<>();
  private final Map<String, String> passwords = new ConcurrentHashMap<>();

  private final AtomicInteger admissions = new AtomicInteger();
  private OptionalInt longest = OptionalInt.empty();
  private Optional<Gate> reading = Optional.empty();
  private Optional<Gate> admitting = Optional.empty();

  /** Speaks HJ 212 and SL 651. */
  static TestStations ofBoth() {
    TestStations stations = new TestStations();
    stations.comes(new Hj212Protocol());
    stations.comes(new Sl651Protocol());
    return stations;
  }

  void comes(FrameProtocol protocol) {
    protocols.put(protocol.info().id(), protocol);
  }

  /** The same, but frames are so long at most. */
  TestStations longestFrame(int bytes) {
    longest = OptionalInt.of(bytes);
    return this;
  }

  /** Whoever asks a protocol waits at the gate. */
  void readBehind(Gate gate) {
    reading = Optional.of(gate);
  }

  /** Whoever asks for a station waits at the gate. */
  void admitBehind(Gate gate) {
    admitting = Optional.of(gate);
  }

  /** How often it was asked who may speak. */
  int admissions() {
    return admissions.get();
  }

  void password(String device, String password) {
    passwords.put(device, password);
  }

  @Override
  public Optional<ProtocolInfo> protocol(String id) {
    return Optional.ofNullable(protocols.get(id))
        .map(FrameProtocol::info)
        .map(info -> new ProtocolInfo(info.id(), longest.orElse(info.longestFrame())));
  }

  @Override
  public Optional<Head> read(String protocol, Payload received, Instant at) {
    reading.ifPresent(Gate::pass);
    return Optional.ofNullable(protocols.get(protocol)).map(asked -> asked.read(received, at));
  }

  @Override
  public Optional<Origin> admit(Station station) {
    admitting.ifPresent(Gate::pass);
    admissions.incrementAndGet();
    String set = passwords.get(station.device().value());
    return set == null || station.password().filter(set::equals).isPresent()
        ? Optional.of(Origin.of("zhili/v1/demo/" + station.device() + "/up", station.device()))
        : Optional.empty();
  }
}
