package org.zhili.envelope.iotda;

import org.zhili.envelope.PayloadEnvelope;
import org.zhili.tck.PayloadEnvelopeContract;

class IotdaEnvelopeTest extends PayloadEnvelopeContract {
  @Override
  protected PayloadEnvelope envelope() {
    return new IotdaEnvelope();
  }
}
