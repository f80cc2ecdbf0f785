package org.zhili.core.plugin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhili.device.DeviceDriver;
import org.zhili.dispatch.DispatchStrategy;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.frame.FrameProtocol;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.module.ModuleInfo;
import org.zhili.scoring.ScoringModel;
import org.zhili.text.Text;
import org.zhili.text.Words;

/**
 * What a newcomer says of itself. Read once, on a thread of the gate, since its code may do
 * anything while it speaks.
 *
 * @param faults reasons not to let it in
 */
record Introduction(
    String id,
    Optional<ModuleInfo> module,
    List<Contribution> contributions,
    Words words,
    List<Text> faults) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

  /**
   * Listen to it.
   *
   * @param name taken for its id when its SPI has none
   */
  static Introduction of(Object plugin, String name) {
    if (plugin instanceof GovernanceModule module) {
      return module(module);
    }
    String id = id(plugin, name);
    List<Text> faults =
        ID.matcher(id).matches() ? List.of() : List.of(Text.of("plugin.id-invalid", id));
    return new Introduction(id, Optional.empty(), List.of(), words(plugin), faults);
  }

  /** The identity as the door knows it, under the plug-in's own id. */
  PluginIdentity name(PluginIdentity known) {
    return id.isBlank() ? known : new PluginIdentity(id, known.version(), known.ranking());
  }

  private static Introduction module(GovernanceModule module) {
    ModuleInfo info = module.info();
    List<Contribution> contributions = List.copyOf(module.contributions());
    return new Introduction(
        info.id(),
        Optional.of(info),
        contributions,
        words(module),
        ContributionCheck.faults(info, contributions));
  }

  private static String id(Object plugin, String name) {
    if (plugin instanceof DeviceDriver driver) {
      return driver.info().id();
    }
    if (plugin instanceof PayloadEnvelope envelope) {
      return envelope.info().id();
    }
    if (plugin instanceof FrameProtocol protocol) {
      return protocol.info().id();
    }
    if (plugin instanceof DispatchStrategy strategy) {
      return strategy.id();
    }
    return plugin instanceof ScoringModel model ? model.id() : name;
  }

  private static Words words(Object plugin) {
    return Words.beside(plugin.getClass());
  }
}
