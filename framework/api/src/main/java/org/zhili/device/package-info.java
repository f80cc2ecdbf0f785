/**
 * What devices say: drivers that decode messages into readings, and who may speak on the broker.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
