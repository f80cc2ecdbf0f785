@org.jspecify.annotations.NullMarked
package org.zhili.print;
