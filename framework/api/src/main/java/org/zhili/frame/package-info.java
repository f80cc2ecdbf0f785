/**
 * How stations speak over a stream of bytes: where a frame ends, who sent it, and what is answered.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.frame;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
