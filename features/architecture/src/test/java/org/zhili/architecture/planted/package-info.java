/** Classes that break the rules on purpose, laid out like a small town of their own. */
package org.zhili.architecture.planted;
