/** Tokens that a city's own identity provider signs, as OpenID Connect has them. */
@NullMarked
package org.zhili.access.internal.tokens;

import org.jspecify.annotations.NullMarked;
