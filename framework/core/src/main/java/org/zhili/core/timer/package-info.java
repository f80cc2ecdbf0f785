/** Durable work: rows that fire once, in the transaction of their effect, on one node at a time. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.timer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
