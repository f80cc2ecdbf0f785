package org.zhili.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of local accounts, PID {@code org.zhili.access}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.access",
    name = "%name",
    description = "%description")
public @interface AccessConfiguration {
  @AttributeDefinition(
      name = "%sessionHours",
      description = "%sessionHours.description",
      min = "1",
      max = "168")
  int sessionHours() default 12;

  @AttributeDefinition(
      name = "%idleMinutes",
      description = "%idleMinutes.description",
      min = "1",
      max = "1440")
  int idleMinutes() default 120;

  @AttributeDefinition(
      name = "%browserIdleMinutes",
      description = "%browserIdleMinutes.description",
      min = "1",
      max = "1440")
  int browserIdleMinutes() default 30;

  @AttributeDefinition(
      name = "%displayDays",
      description = "%displayDays.description",
      min = "1",
      max = "30")
  int displayDays() default 7;

  @AttributeDefinition(
      name = "%firstLogins",
      description = "%firstLogins.description",
      required = false)
  String firstLogins() default "";

  @AttributeDefinition(
      name = "%oidcIssuer",
      description = "%oidcIssuer.description",
      required = false)
  String oidcIssuer() default "";

  @AttributeDefinition(
      name = "%oidcAudience",
      description = "%oidcAudience.description",
      required = false)
  String oidcAudience() default "";

  @AttributeDefinition(name = "%oidcKeys", description = "%oidcKeys.description", required = false)
  String oidcKeys() default "";

  @AttributeDefinition(
      name = "%oidcAccountClaim",
      description = "%oidcAccountClaim.description",
      required = false)
  String oidcAccountClaim() default "preferred_username";

  @AttributeDefinition(name = "%oidcLink", description = "%oidcLink.description", required = false)
  String oidcLink() default "name";

  @AttributeDefinition(
      name = "%oidcNearHosts",
      description = "%oidcNearHosts.description",
      required = false)
  String oidcNearHosts() default "";
}
