package org.zhili.envelope.chirpstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhili.device.Payload;
import org.zhili.envelope.Opened;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;
import org.zhili.tck.PayloadEnvelopeContract;

class ChirpstackEnvelopeTest extends PayloadEnvelopeContract {
  @Override
  protected PayloadEnvelope envelope() {
    return new ChirpstackEnvelope();
  }

  @Test
  void json_that_is_too_deep_or_says_a_thing_twice_is_rejected() {
    assertThat(open("{\"object\":" + "[".repeat(65) + "]".repeat(65) + "}"))
        .isInstanceOf(Opened.Rejected.class);
    assertThat(open("{\"data\":\"AQ==\",\"data\":\"Ag==\"}")).isInstanceOf(Opened.Rejected.class);
    assertThat(open("{} {}")).isInstanceOf(Opened.Rejected.class);
  }

  private static Opened open(String json) {
    return new ChirpstackEnvelope()
        .open(
            new WrappedMessage(
                "application/1/device/24e124136b502217/event/up",
                Payload.ofUtf8(json),
                Instant.EPOCH));
  }
}
