/**
 * Runs the databases of all modules on one H2 file or one PostgreSQL: open a {@link
 * org.zhili.persistence.ConnectionPool}, lay a {@link org.zhili.persistence.PersistenceEngine} over
 * it, and open each module's schema.
 *
 * <p>This is for whoever assembles a town in plain Java. In OSGi the bundle {@code
 * org.zhili.persistence.osgi} does the same by configuration, and a module never sees this package:
 * it knows {@code org.zhili.data} only.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
