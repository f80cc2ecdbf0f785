package org.zhili.rest.internal.whiteboard;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the REST application, PID {@code org.zhili.rest}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.rest",
    name = "%name",
    description = "%description")
public @interface RestConfiguration {
  @AttributeDefinition(
      name = "%authentication",
      description = "%authentication.description",
      options = {
        @Option(label = "%authentication.required", value = "required"),
        @Option(label = "%authentication.none", value = "none")
      })
  String authentication() default "required";

  @AttributeDefinition(
      name = "%maxBodyBytes",
      description = "%maxBodyBytes.description",
      min = "1024",
      max = "1073741824")
  long maxBodyBytes() default 1_048_576;

  @AttributeDefinition(
      name = "%maxUploadBytes",
      description = "%maxUploadBytes.description",
      min = "1024",
      max = "1073741824")
  long maxUploadBytes() default 16_777_216;

  @AttributeDefinition(
      name = "%trustedProxies",
      description = "%trustedProxies.description",
      required = false)
  String trustedProxies() default "";
}
