package org.zhili.module;

import java.util.Set;
import org.zhili.text.Text;

/**
 * Who a module is.
 *
 * @param id a lower-case word that prefixes the ids of all it brings
 * @param requiredModules ids of modules it cannot do without
 */
public record ModuleInfo(String id, Text name, Set<String> requiredModules) {
  public ModuleInfo {
    if (!id.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not a module id: " + id);
    }
    requiredModules = Set.copyOf(requiredModules);
  }
}
