/**
 * Bring messages from an MQTT broker (物联接入) into the town, and acknowledge them once they are
 * stored.
 */
@NullMarked
@Export(substitution = Substitution.NOIMPORT)
@Version("1.0.0")
package org.zhili.ingestion;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.bundle.Export.Substitution;
import org.osgi.annotation.versioning.Version;
