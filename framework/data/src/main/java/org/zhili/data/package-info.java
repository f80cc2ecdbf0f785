/**
 * Gives a module with tables its database: declare entities and migrations in a {@link
 * org.zhili.data.ModuleSchema}, receive a {@link org.zhili.data.Database}.
 *
 * <p>Nothing here names an engine. The town runs on H2 or PostgreSQL, may be switched from one to
 * the other while it runs, and a module notices only that its {@code Database} left and came back.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
