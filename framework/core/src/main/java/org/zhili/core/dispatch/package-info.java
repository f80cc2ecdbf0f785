/**
 * From an accepted case to work orders: the city's books, the strategy's advice, a person's review.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.dispatch;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
