/**
 * Keeps a town's books in a database: the stores that {@code zhili-core} asks for, over the {@link
 * org.zhili.data.Database} of {@link org.zhili.persistence.store.CoreSchema}.
 *
 * <p>Whoever assembles a town opens that schema and hands the core what {@link
 * org.zhili.persistence.store.DatabaseStores} makes of its database. All stores are thread-safe and
 * may serve several nodes on one PostgreSQL.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.persistence.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
