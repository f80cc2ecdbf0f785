package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestSamples.BIN;
import static org.zhili.core.ingest.IngestSamples.COVER;
import static org.zhili.core.ingest.IngestSamples.T;
import static org.zhili.core.ingest.IngestSamples.ascendingIds;
import static org.zhili.core.ingest.IngestSamples.quarantined;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhili.city.Device;
import org.zhili.core.ingest.IngestSamples.Draft;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.device.Origin;
import org.zhili.device.Payload;
import org.zhili.id.AreaId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.message.IncomingMessage;
import org.zhili.text.Text;

/**
 * What {@link QuarantineStore} promises of messages that are kept, and {@link IngestStore} of the
 * quarantine. Extend it with a store that is empty before each test.
 */
public abstract class QuarantineStoreContract extends QuarantineStoreFixture {
  @Test
  void a_quarantined_message_comes_back_as_it_was_kept() {
    Quarantined full = quarantined(Kind.RULE_FAILED, T);
    Quarantined bare =
        new Quarantined(
            new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE),
            Kind.MALFORMED,
            Text.of("ingest.kept.empty"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new IncomingMessage(
                new Origin("", Optional.empty(), OptionalInt.empty(), Optional.empty()),
                Payload.of(new byte[0]),
                T,
                false,
                false),
            1);
    written(new Draft().quarantine(full).quarantine(bare));

    assertThat(quarantine().find(full.id())).contains(full);
    assertThat(quarantine().find(bare.id())).contains(bare);
    assertThat(quarantine().find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void quarantined_messages_are_listed_by_id_and_selection() {
    Iterator<UUID> ids = ascendingIds();
    Quarantined a = quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T);
    Quarantined b = quarantined(ids.next(), Kind.DRIVER_FAILED, COVER, "em320", 5, T);
    Quarantined c = quarantined(ids.next(), Kind.DRIVER_FAILED, BIN, "bin", 4, T);
    written(new Draft().quarantine(c).quarantine(a));
    written(new Draft().quarantine(b));

    assertThat(list(Selection.ALL)).containsExactly(a, b, c);
    assertThat(list(Selection.of(Kind.DRIVER_FAILED))).containsExactly(b, c);
    assertThat(list(Selection.of(Kind.DRIVER_FAILED).triedLessThan(5))).containsExactly(c);
    assertThat(list(Selection.of(COVER))).containsExactly(a, b);
    assertThat(list(Selection.ofDriver("bin"))).containsExactly(c);
    assertThat(list(Selection.ofDriver("em320").narrowed(Kind.REJECTED))).containsExactly(a);
    assertThat(
            list(
                new Selection(
                    Optional.of(Kind.REJECTED),
                    Optional.of(COVER),
                    Optional.empty(),
                    Optional.of("em320"),
                    false,
                    OptionalInt.empty())))
        .containsExactly(a);
    assertThat(list(Selection.ofDriver("nobody"))).isEmpty();
    assertThat(quarantine().list(Selection.ALL, Optional.empty(), 2)).containsExactly(a, b);
    assertThat(quarantine().list(Selection.ALL, Optional.of(b.id()), 2)).containsExactly(c);
    assertThat(quarantine().list(Selection.of(COVER), Optional.of(a.id()), 2)).containsExactly(b);
  }

  @Test
  void messages_of_no_driver_are_told_from_those_of_one() {
    Quarantined claimed = quarantined(Kind.NO_DRIVER, T);
    Quarantined unclaimed = unclaimed(Kind.NO_DRIVER, 1);
    written(new Draft().quarantine(claimed).quarantine(unclaimed));
    written(new Draft().quarantine(unclaimed(Kind.PARKED, 1)));
    written(new Draft().quarantine(unclaimed(Kind.NO_DRIVER, 2)));

    assertThat(list(Selection.unclaimed().triedLessThan(2))).containsExactly(unclaimed);
  }

  private static Quarantined unclaimed(Kind kind, int attempts) {
    Quarantined like = quarantined(kind, T);
    return new Quarantined(
        UUID.randomUUID(),
        kind,
        like.why(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        like.device(),
        like.message(),
        attempts);
  }

  @Test
  void devices_that_messages_of_a_kind_are_about_come_once_each_by_id() {
    Iterator<UUID> ids = ascendingIds();
    DeviceId cellar = new DeviceId("CELLAR-1");
    for (DeviceId device : List.of(COVER, BIN, cellar, COVER, cellar)) {
      written(
          new Draft()
              .quarantine(quarantined(ids.next(), Kind.UNKNOWN_DEVICE, device, "em320", 1, T)));
    }
    DeviceId other = new DeviceId("AAA-1");
    written(new Draft().quarantine(quarantined(ids.next(), Kind.REJECTED, other, "em320", 1, T)));
    written(new Draft().quarantine(unclaimed(Kind.NO_DRIVER, 1)));

    List<DeviceId> all = quarantine().devices(Kind.UNKNOWN_DEVICE, Optional.empty(), 9);
    assertThat(all).containsExactlyInAnyOrder(COVER, BIN, cellar);
    assertThat(quarantine().devices(Kind.UNKNOWN_DEVICE, Optional.empty(), 2))
        .isEqualTo(all.subList(0, 2));
    assertThat(quarantine().devices(Kind.UNKNOWN_DEVICE, Optional.of(all.get(1)), 9))
        .containsExactly(all.get(2));
  }

  @Test
  void messages_are_listed_by_the_area_their_device_is_registered_in() {
    Iterator<UUID> ids = ascendingIds();
    Quarantined a = quarantined(ids.next(), Kind.REJECTED, BIN, "bin", 1, T);
    Quarantined b = quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T);
    Quarantined c = quarantined(ids.next(), Kind.REJECTED, new DeviceId("nobody"), "bin", 1, T);
    Quarantined d = quarantined(ids.next(), Kind.DRIVER_FAILED, BIN, "bin", 1, T);
    written(new Draft().quarantine(a).quarantine(b).quarantine(c).quarantine(d));
    registers().saveDevices(List.of(device(BIN, "east"), device(COVER, "west")));

    assertThat(list(Set.of("east"), Optional.empty(), 100)).containsExactly(a, d);
    assertThat(list(Set.of("east", "west"), Optional.of(a.id()), 1)).containsExactly(b);
    assertThat(list(Set.of("north"), Optional.empty(), 100)).isEmpty();
    assertThat(list(Set.of(), Optional.empty(), 100)).containsExactly(a, b, c, d);
    assertThat(
            quarantine()
                .list(
                    Selection.of(Kind.REJECTED), Set.of(new AreaId("east")), Optional.empty(), 100))
        .containsExactly(a);
  }

  private List<Quarantined> list(Set<String> areas, Optional<UUID> after, int limit) {
    Set<AreaId> within = areas.stream().map(AreaId::new).collect(Collectors.toSet());
    return quarantine().list(Selection.ALL, within, after, limit);
  }

  private static Device device(DeviceId id, String area) {
    return new Device(
        id, "bin", "driver", new AreaId(area), "x", Optional.empty(), Optional.empty(), Map.of());
  }

  @Test
  void messages_of_strangers_behind_networks_are_listed_by_name() {
    Iterator<UUID> ids = ascendingIds();
    NetworkId first = new NetworkId("lora:1");
    NetworkId second = new NetworkId("lora:2");
    Quarantined a =
        behind(quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T), first, false);
    Quarantined b =
        behind(quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T), second, true);
    Quarantined c =
        behind(quarantined(ids.next(), Kind.NO_DRIVER, COVER, "em320", 1, T), second, true);
    Quarantined d = quarantined(ids.next(), Kind.REJECTED, COVER, "em320", 1, T);
    written(new Draft().quarantine(a).quarantine(b).quarantine(c).quarantine(d));

    assertThat(list(Selection.of(second))).containsExactly(b, c);
    assertThat(list(Selection.of(first))).containsExactly(a);
    assertThat(quarantine().strangers(Optional.empty(), 9)).containsExactly(second);
    assertThat(quarantine().strangers(Optional.of(second), 9)).isEmpty();
  }

  @Test
  void of_an_envelope_all_strangers_and_what_was_taken_are_remembered() {
    NetworkId first = new NetworkId("lora:1");
    NetworkId second = new NetworkId("lora:2");
    Quarantined both = with(quarantined(Kind.REJECTED, T), first, second);
    written(new Draft().quarantine(both).quarantine(quarantined(Kind.REJECTED, T)));

    assertThat(quarantine().find(both.id())).contains(both);
    assertThat(list(Selection.of(first))).containsExactly(both);
    assertThat(list(Selection.of(second))).containsExactly(both);
    assertThat(quarantine().strangers(Optional.empty(), 9)).containsExactly(first, second);

    Quarantined one = with(both, second);
    store().park(one);
    store().park(one);
    assertThat(quarantine().find(both.id())).contains(one);
    assertThat(quarantine().strangers(Optional.empty(), 9)).containsExactly(second);
    written(new Draft().release(both.id()));
    assertThat(quarantine().strangers(Optional.empty(), 9)).isEmpty();
  }

  private static Quarantined with(Quarantined kept, NetworkId... strangers) {
    return new Quarantined(
        kept.id(),
        kept.kind(),
        kept.why(),
        kept.driver(),
        kept.answeredBy(),
        kept.rule(),
        kept.device(),
        Optional.of(new NetworkId("lora:0")),
        new Quarantined.Inside(Set.of(strangers), Set.of(-1L, 7L)),
        kept.message(),
        kept.attempts());
  }

  private static Quarantined behind(Quarantined kept, NetworkId network, boolean stranger) {
    return new Quarantined(
        kept.id(),
        kept.kind(),
        kept.why(),
        kept.driver(),
        kept.answeredBy(),
        kept.rule(),
        stranger ? Optional.empty() : kept.device(),
        Optional.of(network),
        kept.message(),
        kept.attempts());
  }
}
