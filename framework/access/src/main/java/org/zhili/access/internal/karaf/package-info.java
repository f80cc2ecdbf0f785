/** The door for Karaf's shell: administrators log in with the same accounts. */
@NullMarked
package org.zhili.access.internal.karaf;

import org.jspecify.annotations.NullMarked;
