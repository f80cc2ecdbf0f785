/**
 * What networks and platforms wrap the messages of devices in: envelopes that are opened before a
 * driver is asked.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.envelope;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
