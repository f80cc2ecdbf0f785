package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.device;
import static org.zhili.core.ingest.IngestSamples.state;
import static org.zhili.core.ingest.IngestSamples.withOffline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.core.city.RegisterStore;
import org.zhili.id.DeviceId;

/** What {@link IngestStore} promises of registered devices that never spoke. */
public abstract class UnheardContract {
  private static final DeviceId OTHER = new DeviceId("MC-002");

  protected abstract IngestStore store();

  /** The registers of the same town. */
  protected abstract RegisterStore registers();

  @Test
  void registered_devices_that_never_spoke_are_found_by_type_in_pages() {
    registers().saveDevices(List.of(device(BIN), device(COVER), device(OTHER)));
    Device bin = registers().device(BIN).orElseThrow();

    assertThat(unheard(bin.type(), Optional.empty(), 2)).startsWith("MC-001", "MC-002");
    assertThat(unheard(bin.type(), Optional.of(COVER), 1)).containsExactly("MC-002");
    assertThat(unheard("street_lamp", Optional.empty(), 9)).isEmpty();
    assertThat(store().unheard(Set.of(), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void who_spoke_or_is_known_to_be_offline_is_not_among_them_and_who_only_has_a_state_is() {
    registers().saveDevices(List.of(device(COVER), device(OTHER)));
    String type = registers().device(COVER).orElseThrow().type();
    DeviceState mute =
        new DeviceState(OTHER, type, 1, Optional.empty(), Map.of(), Map.of(), RecentHashes.none());
    write(state(COVER, 1, T));
    write(mute);
    assertThat(unheard(type, Optional.empty(), 9)).containsExactly("MC-002");

    write(withOffline(next(mute), true));
    assertThat(unheard(type, Optional.empty(), 9)).isEmpty();
  }

  private static DeviceState next(DeviceState state) {
    return new DeviceState(
        state.device(),
        state.type(),
        state.revision() + 1,
        state.lastSeenAt(),
        state.latest(),
        state.tracks(),
        state.recent());
  }

  private void write(DeviceState state) {
    assertThat(store().write(new IngestSamples.Draft().state(state).batch()))
        .isEqualTo(new IngestStore.Outcome.Written());
  }

  private List<String> unheard(String type, Optional<DeviceId> after, int limit) {
    return store().unheard(Set.of(type), after, limit).stream().map(DeviceId::value).toList();
  }
}
