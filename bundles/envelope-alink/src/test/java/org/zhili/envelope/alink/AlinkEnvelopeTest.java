package org.zhili.envelope.alink;

import org.zhili.envelope.PayloadEnvelope;
import org.zhili.tck.PayloadEnvelopeContract;

class AlinkEnvelopeTest extends PayloadEnvelopeContract {
  @Override
  protected PayloadEnvelope envelope() {
    return new AlinkEnvelope();
  }
}
