@org.jspecify.annotations.NullMarked
package org.zhili.resources.imports;
