/** Sessions and accounts over REST, and who a request comes from. */
@NullMarked
package org.zhili.access.internal.rest;

import org.jspecify.annotations.NullMarked;
