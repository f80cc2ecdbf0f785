/** What a city may change without a programmer: its dated rules, and the pack they come in. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
