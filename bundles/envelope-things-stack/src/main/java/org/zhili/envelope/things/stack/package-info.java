/** The LoRaWAN network server The Things Stack, and the envelope that opens its uplinks. */
@NullMarked
@Export(substitution = Substitution.NOIMPORT)
@Version("1.0.0")
package org.zhili.envelope.things.stack;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.bundle.Export.Substitution;
import org.osgi.annotation.versioning.Version;
