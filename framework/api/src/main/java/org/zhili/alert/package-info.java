/** From readings to alerts: rules judge what they observe, and the town remembers. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.alert;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
