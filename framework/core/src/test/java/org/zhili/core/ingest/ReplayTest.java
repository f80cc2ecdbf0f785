package org.zhili.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhili.core.ingest.IngestTown.COVER;
import static org.zhili.core.ingest.IngestTown.NOW;
import static org.zhili.core.ingest.IngestTown.OTHER;
import static org.zhili.core.ingest.IngestTown.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhili.core.ingest.Quarantine.Replayed;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Value;
import org.zhili.id.DeviceId;

/** Many messages are tried again while their driver is now asked, and now not. */
class ReplayTest extends QuarantineFixture {
  private static final int MANY = 450;

  @Test
  void behind_one_that_was_not_asked_its_device_waits_and_stays_in_order() {
    keepRaw(COVER, "shy", MANY);
    keepRaw(OTHER, "text", MANY);
    Shy shy = new Shy();
    town.decoders.add(shy);
    town.decoders.add(new TextDecoder("text"));

    assertThat(quarantine.replayAll(Selection.ALL))
        .isEqualTo(new Replayed(MANY + Shy.LEAVES, MANY - Shy.LEAVES, 0));
    assertThat(read(COVER)).isEqualTo(numbers(Shy.LEAVES));
    assertThat(read(OTHER)).as("others do not wait").isEqualTo(numbers(MANY));

    assertThat(quarantine.replayAll(Selection.ALL))
        .isEqualTo(new Replayed(MANY - Shy.LEAVES, 0, 0));
    assertThat(read(COVER)).isEqualTo(numbers(MANY));
    assertThat(town.memory.telemetry(COVER)).allMatch(row -> row.flags().isEmpty());
  }

  private void keepRaw(DeviceId device, String driver, int messages) {
    town.decoders.clear();
    town.register(device, "manhole_cover", driver);
    for (int i = 1; i <= messages; i++) {
      town.take(message(device, "tilt=" + i / 10.0, NOW.plusSeconds(i)));
    }
  }

  private List<Double> read(DeviceId device) {
    return town.memory.telemetry(device).stream()
        .map(row -> ((Value.Measure) row.value()).value())
        .toList();
  }

  private static List<Double> numbers(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(i -> i / 10.0).toList();
  }

  /** Leaves once, in the middle of the first page, and is back for the next. */
  private static final class Shy implements Decoder {
    private static final int LEAVES = 77;

    private final TextDecoder text = new TextDecoder("shy");
    private boolean left;

    @Override
    public DriverCard card() {
      return text.card();
    }

    @Override
    public String identity() {
      return text.identity();
    }

    @Override
    public List<Reply<Decoded>> decode(Sender sender, List<DeviceMessage> messages) {
      List<Reply<Decoded>> replies = new ArrayList<>(text.decode(sender, messages));
      if (!left && replies.size() > LEAVES) {
        left = true;
        for (int i = LEAVES; i < replies.size(); i++) {
          replies.set(i, new Reply.None<>(IngestWords.kept("left"), 0));
        }
      }
      return replies;
    }
  }
}
