package org.zhili.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PayloadTest {
  @Test
  void words_are_read_in_both_orders_with_and_without_sign() {
    Payload payload = Payload.ofHex("FE 01 80 00");
    assertThat(payload.u16(0)).isEqualTo(0xFE01);
    assertThat(payload.i16(0)).isEqualTo(-511);
    assertThat(payload.u16le(0)).isEqualTo(0x01FE);
    assertThat(payload.i16le(1)).isEqualTo((short) 0x8001);
    assertThat(payload.u32le(0)).isEqualTo(0x008001FEL);
  }

  @Test
  void nobody_can_change_the_bytes() {
    byte[] bytes = {1, 2};
    Payload payload = Payload.of(bytes);
    bytes[0] = 9;
    payload.toBytes()[1] = 9;
    assertThat(payload).isEqualTo(Payload.ofHex("0102")).hasSameHashCodeAs(Payload.ofHex("0102"));
  }

  @Test
  void bytes_that_are_no_utf8_have_no_text() {
    assertThat(Payload.ofHex("C328").utf8()).isEmpty();
    assertThat(Payload.ofUtf8("井盖").utf8()).contains("井盖");
  }

  @Test
  void reading_beyond_the_end_fails() {
    assertThatThrownBy(() -> Payload.ofHex("01").u16(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
