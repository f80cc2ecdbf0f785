/** Stations that connect by themselves: their protocols at the gate, and who of them may speak. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.station;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
