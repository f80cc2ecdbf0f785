/** Opens the database of the configuration and offers each module's part of it as a service. */
@NullMarked
package org.zhili.persistence.osgi.internal;

import org.jspecify.annotations.NullMarked;
