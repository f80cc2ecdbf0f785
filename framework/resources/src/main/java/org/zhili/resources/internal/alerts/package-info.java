/** Alerts: what devices told that somebody should see to. */
@NullMarked
package org.zhili.resources.internal.alerts;

import org.jspecify.annotations.NullMarked;
