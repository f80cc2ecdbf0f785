package org.zhili.console.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the console, PID {@code org.zhili.console}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.console",
    name = "%name",
    description = "%description")
@interface ConsoleConfiguration {
  @AttributeDefinition(name = "%tiles", description = "%tiles.description", required = false)
  String tiles() default "";

  @AttributeDefinition(name = "%tilesBy", description = "%tilesBy.description", required = false)
  String tilesBy() default "";

  @AttributeDefinition(name = "%tilesZoom", description = "%tilesZoom.description")
  int tilesZoom() default 18;
}
