package org.zhili.driver.sl651;

import org.zhili.frame.FrameProtocol;
import org.zhili.tck.FrameProtocolContract;

class Sl651ProtocolTest extends FrameProtocolContract {
  @Override
  protected FrameProtocol protocol() {
    return new Sl651Protocol();
  }
}
