package org.zhili.architecture;

import java.util.Set;

/** Everything that is let off a rule, in one place. To add a line here is to change the design. */
final class Exemptions {
  /** Its packages are its concerns, not its name. */
  static final String PACKAGES_OF_ITS_OWN = "zhili-api";

  /** They carry the name of what they are for: no plug-in, and no package of theirs is imported. */
  static final Set<String> FOLDERS_WITH_OTHER_NAMES =
      Set.of(
          "features/repository",
          "features/distribution",
          "features/itests",
          "features/architecture");

  /** They are written as a city or a vendor would write them, and are named by them. */
  static final String OTHER_PEOPLES_FOLDERS = "examples/";

  /** The one provider of time; whoever else needs it is handed an {@code InstantSource}. */
  static final String READS_THE_SYSTEM_CLOCK = "org.zhili.core.clock.BusinessClock";

  /** It runs in a build, where standard output is what a person reads: there is no log yet. */
  static final String PRINTS = "org.zhili.tck.PluginCertification";

  private Exemptions() {}
}
