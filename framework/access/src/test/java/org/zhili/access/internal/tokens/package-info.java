@org.jspecify.annotations.NullMarked
package org.zhili.access.internal.tokens;
