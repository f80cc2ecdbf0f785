/** Words people read: message keys, bilingual names, and explanations a resident could follow. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
