package org.zhili.osgi.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the plug-ins are kept that this town was given as files. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/shelf",
    name = "%name",
    description = "%description")
@interface ShelfConfig {
  @AttributeDefinition(name = "%folder", description = "%folder.description")
  String folder() default "data/plug-ins";

  @AttributeDefinition(name = "%deploy", description = "%deploy.description")
  String deploy() default "deploy";

  @AttributeDefinition(name = "%signatures", description = "%signatures.description")
  String signatures() default "warn";

  @AttributeDefinition(name = "%vendors", description = "%vendors.description")
  String vendors() default "etc/trusted-vendors";
}
