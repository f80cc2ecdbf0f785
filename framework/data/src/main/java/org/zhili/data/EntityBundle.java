package org.zhili.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;

/**
 * Put on the {@link ModuleSchema} of a bundle: lets the engine's generated classes live beside the
 * entities.
 *
 * <p>The engine loads lazy references through subclasses that it generates inside the entities' own
 * class loader, which must therefore see two of the engine's packages. This annotation adds them to
 * the manifest at build time; it has no effect without OSGi.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Header(name = "DynamicImport-Package", value = "org.hibernate.proxy,org.hibernate.bytecode.spi")
public @interface EntityBundle {}
