/** The shelf of plug-ins: what is on it, and how files come onto it and leave it. */
@NullMarked
package org.zhili.resources.internal.shelf;

import org.jspecify.annotations.NullMarked;
