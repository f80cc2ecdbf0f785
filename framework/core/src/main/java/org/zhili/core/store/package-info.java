/** What every store shares: the transaction that several of them join. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
