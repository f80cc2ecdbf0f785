package org.zhili.core.plugin;

import java.util.List;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.frame.FrameProtocol;
import org.zhili.module.GovernanceModule;
import org.zhili.scoring.ScoringModel;

/** What plug-ins answer to. Every door of a town lets in all of these. */
public final class PluginKinds {
  public static final List<Class<?>> ALL =
      List.of(
          DeviceDriver.class,
          PayloadEnvelope.class,
          FrameProtocol.class,
          DispatchStrategy.class,
          ScoringModel.class,
          GovernanceModule.class);

  private PluginKinds() {}
}
