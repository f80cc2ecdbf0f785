package org.zhili.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which roles may call an operation. On a class it holds for every operation that has none of
 * its own. An operation without it may be called by nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
  /** For operations that need no login, such as a resident's progress page. */
  String ANYONE = "anyone";

  /** Names from {@link Role}, a module's own role names, or {@link #ANYONE}. */
  String[] value();
}
