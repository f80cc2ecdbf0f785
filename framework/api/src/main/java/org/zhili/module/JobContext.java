package org.zhili.module;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** What a running job may ask. */
@ProviderType
public interface JobContext {
  /** The time this run was due. */
  Instant due();

  /** Whether the module is leaving; a long job looks now and then, and ends early. */
  boolean stopping();
}
