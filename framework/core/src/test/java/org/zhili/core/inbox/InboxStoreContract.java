package org.zhili.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhili.core.city.RegisterStore;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.core.ingest.IngestStore;
import org.zhili.core.ingest.Quarantined;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.core.store.Transactions;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/** What an {@link InboxStore} promises. Extend it with a store that is empty before each test. */
public abstract class InboxStoreContract {
  private static final NetworkId NETWORK = new NetworkId("lora:24e1");

  private final Iterator<UUID> ids = IngestSamples.ascendingIds();

  protected abstract Transactions transactions();

  protected abstract InboxStore inbox();

  protected abstract IngestStore ingest();

  protected abstract RegisterStore registers();

  @Test
  void whoever_speaks_and_is_not_registered_is_listed_by_name_with_what_is_known() {
    keep(Kind.UNKNOWN_DEVICE, Optional.of(COVER), Optional.empty(), T);
    keep(Kind.REJECTED, Optional.of(COVER), Optional.empty(), T.plusSeconds(5));
    keep(Kind.NO_DRIVER, Optional.empty(), Optional.of(NETWORK), T);
    keep(Kind.NO_DRIVER, Optional.empty(), Optional.empty(), T);
    keep(Kind.MALFORMED, Optional.of(BIN), Optional.empty(), T);

    List<Stranger> all = inbox().strangers(Optional.empty(), 9);
    assertThat(all).extracting(Stranger::name).containsExactly("MC-001", "lora:24e1");
    Stranger cover = all.get(0);
    assertThat(cover.network()).isEmpty();
    assertThat(cover.messages()).isEqualTo(2);
    assertThat(cover.firstSeen()).isEqualTo(T);
    assertThat(cover.lastSeen()).isEqualTo(T.plusSeconds(5));
    assertThat(cover.topic()).isNotEmpty();
    assertThat(all.get(1).network()).contains(NETWORK);
    assertThat(inbox().strangers(Optional.empty(), 1)).containsExactly(cover);
    assertThat(inbox().strangers(Optional.of("MC-001"), 9)).containsExactly(all.get(1));
    assertThat(inbox().count(9)).isEqualTo(2);
    assertThat(inbox().count(1)).isEqualTo(1);
  }

  @Test
  void whoever_is_registered_is_no_stranger() {
    keep(Kind.REJECTED, Optional.of(COVER), Optional.empty(), T);
    keep(Kind.NO_DRIVER, Optional.empty(), Optional.of(NETWORK), T);
    keep(Kind.NO_DRIVER, Optional.of(BIN), Optional.of(NETWORK), T);
    transactions()
        .run(
            () ->
                registers()
                    .saveDevices(
                        List.of(IngestSamples.device(COVER), IngestSamples.behind(BIN, NETWORK))));

    assertThat(inbox().strangers(Optional.empty(), 9)).isEmpty();
    assertThat(inbox().stranger("MC-001")).isEmpty();
    assertThat(inbox().count(9)).isZero();
  }

  @Test
  void whoever_was_dismissed_is_listed_no_more_but_can_be_found_and_recalled() {
    keep(Kind.REJECTED, Optional.of(COVER), Optional.empty(), T);
    inbox().dismiss("MC-001", "ada", T);
    inbox().dismiss("MC-001", "ada", T);

    assertThat(inbox().strangers(Optional.empty(), 9)).isEmpty();
    assertThat(inbox().count(9)).isZero();
    assertThat(inbox().stranger("MC-001")).isPresent();
    inbox().recall("MC-001");
    assertThat(inbox().strangers(Optional.empty(), 9)).hasSize(1);
  }

  @Test
  void all_strangers_of_an_envelope_are_listed() {
    NetworkId other = new NetworkId("lora:24e2");
    Quarantined sample = IngestSamples.quarantined(ids.next(), Kind.REJECTED, BIN, "bin", 1, T);
    Quarantined envelope =
        new Quarantined(
            sample.id(),
            Kind.REJECTED,
            sample.why(),
            sample.driver(),
            sample.answeredBy(),
            sample.rule(),
            Optional.of(BIN),
            Optional.of(new NetworkId("lora:24e0")),
            new Quarantined.Inside(Set.of(NETWORK, other), Set.of()),
            sample.message(),
            1);
    ingest().write(new IngestSamples.Draft().quarantine(envelope).batch());
    keep(Kind.NO_DRIVER, Optional.empty(), Optional.of(NETWORK), T.plusSeconds(1));

    assertThat(inbox().strangers(Optional.empty(), 9))
        .extracting(Stranger::name)
        .containsExactly("lora:24e1", "lora:24e2");
    assertThat(inbox().stranger("lora:24e1").orElseThrow().messages()).isEqualTo(2);
    assertThat(inbox().stranger("lora:24e2").orElseThrow().messages()).isEqualTo(1);
  }

  @Test
  void of_two_strangers_of_one_name_the_one_a_network_speaks_for_is_found() {
    keep(Kind.REJECTED, Optional.of(new DeviceId(NETWORK.value())), Optional.empty(), T);
    keep(Kind.REJECTED, Optional.empty(), Optional.of(NETWORK), T);

    assertThat(inbox().stranger(NETWORK.value()).orElseThrow().network()).contains(NETWORK);
  }

  private void keep(
      Kind kind, Optional<DeviceId> device, Optional<NetworkId> network, Instant receivedAt) {
    Quarantined sample = IngestSamples.quarantined(ids.next(), kind, COVER, "em320", 1, receivedAt);
    ingest()
        .write(
            new IngestSamples.Draft()
                .quarantine(
                    new Quarantined(
                        sample.id(),
                        kind,
                        sample.why(),
                        sample.driver(),
                        sample.answeredBy(),
                        sample.rule(),
                        device,
                        network,
                        sample.message(),
                        1))
                .batch());
  }
}
