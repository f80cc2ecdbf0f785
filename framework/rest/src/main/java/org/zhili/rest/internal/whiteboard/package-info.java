/** Resources and extensions that come and go as OSGi services. */
@NullMarked
package org.zhili.rest.internal.whiteboard;

import org.jspecify.annotations.NullMarked;
