/** What the server itself refuses, before any servlet sees it, told in the one shape of errors. */
@NullMarked
package org.zhili.rest.internal.jetty;

import org.jspecify.annotations.NullMarked;
