/**
 * What stands before the application: limits, headers, the closed gate, health and documentation.
 */
@NullMarked
package org.zhili.rest.internal.door;

import org.jspecify.annotations.NullMarked;
