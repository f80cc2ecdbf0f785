package org.zhili.demo.city.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhili.demo.city.device.MilesightFrame.Angle;
import org.zhili.device.Payload;

/** The frames are those the vendor publishes. */
class MilesightFrameTest {
  @Test
  void a_tilted_cover_sends_the_vendors_example() {
    Payload frame =
        new MilesightFrame()
            .battery(100)
            .tilt(new Angle(0, false), new Angle(0, true), new Angle(90, false))
            .toPayload();
    assertThat(frame).isEqualTo(Payload.ofHex("01756403D4000001005046"));
  }

  @Test
  void an_angle_to_the_other_side_is_negative() {
    Payload frame =
        new MilesightFrame()
            .tilt(new Angle(-90, true), new Angle(-0.01, false), new Angle(0.05, false))
            .toPayload();
    assertThat(frame).isEqualTo(Payload.ofHex("03D4B1B9FEFF0A00"));
  }

  @Test
  void a_bin_sends_the_vendors_example() {
    Payload frame =
        new MilesightFrame().battery(92).temperature(25.7).distance(2116).tilted(true).toPayload();
    assertThat(frame).isEqualTo(Payload.ofHex("01755C0367010104824408050001"));
  }

  @Test
  void frost_is_below_zero() {
    Payload frame = new MilesightFrame().temperature(-20).tilted(false).toPayload();
    assertThat(frame).isEqualTo(Payload.ofHex("036738FF050000"));
  }
}
