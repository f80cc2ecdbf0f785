package org.zhili.envelope.things.stack;

import org.zhili.envelope.PayloadEnvelope;
import org.zhili.tck.PayloadEnvelopeContract;

class ThingsStackEnvelopeTest extends PayloadEnvelopeContract {
  @Override
  protected PayloadEnvelope envelope() {
    return new ThingsStackEnvelope();
  }
}
