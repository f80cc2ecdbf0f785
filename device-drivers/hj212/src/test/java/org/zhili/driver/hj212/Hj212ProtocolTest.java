package org.zhili.driver.hj212;

import org.zhili.frame.FrameProtocol;
import org.zhili.tck.FrameProtocolContract;

class Hj212ProtocolTest extends FrameProtocolContract {
  @Override
  protected FrameProtocol protocol() {
    return new Hj212Protocol();
  }
}
