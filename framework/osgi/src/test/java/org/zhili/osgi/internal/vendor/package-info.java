/** A vendor's plug-in, put into jars by the tests of the shelf. */
@NullMarked
package org.zhili.osgi.internal.vendor;

import org.jspecify.annotations.NullMarked;
