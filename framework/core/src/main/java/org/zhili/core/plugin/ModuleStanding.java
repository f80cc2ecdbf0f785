package org.zhili.core.plugin;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhili.text.Text;

/** Whether what a module brings is part of the town: all of it, or nothing. */
public sealed interface ModuleStanding {
  PluginIdentity module();

  /** Why nothing it brings is in use; empty when all is. A sentence each. */
  List<Text> reasons();

  /** All it brings is in use. */
  record InUse(PluginIdentity module) implements ModuleStanding {
    @Override
    public List<Text> reasons() {
      return List.of();
    }
  }

  /**
   * It comes in by itself as soon as these modules have.
   *
   * @param missing ids of modules it cannot do without
   */
  record Waiting(PluginIdentity module, Set<String> missing) implements ModuleStanding {
    public Waiting {
      missing = Set.copyOf(missing);
    }

    @Override
    public List<Text> reasons() {
      String ids = String.join(", ", new TreeSet<>(missing));
      return List.of(Text.of("plugin.module-waits", module.id(), ids));
    }
  }

  /** It cannot come in as it is, or not beside another that was there first. */
  record Refused(PluginIdentity module, List<Text> reasons) implements ModuleStanding {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
