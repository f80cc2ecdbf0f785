package org.zhili.module;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of town hall that can be added to a running city and taken away again.
 *
 * <p>A module is a value: a name, and the list of what it brings. It is built with its
 * collaborators in its constructor, by OSGi or by hand, and does nothing until it is asked.
 */
@ConsumerType
public interface GovernanceModule {
  ModuleInfo info();

  /** What it brings; the same list at every call. */
  List<Contribution> contributions();
}
