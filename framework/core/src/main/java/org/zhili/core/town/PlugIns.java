package org.zhili.core.town;

import java.time.Duration;
import org.zhili.core.casework.AbsentTypes;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.core.plugin.PluginGate;

/**
 * Who answers in a town: its plug-ins.
 *
 * @param grace how long a module may be away before its cases are halted, in real time
 */
public record PlugIns(PluginGate gate, ModuleBook modules, Duration grace) {
  /** With the usual grace of five minutes. */
  public PlugIns(PluginGate gate, ModuleBook modules) {
    this(gate, modules, AbsentTypes.GRACE);
  }
}
