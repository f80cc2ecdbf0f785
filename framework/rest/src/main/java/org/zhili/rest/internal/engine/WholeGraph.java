package org.zhili.rest.internal.engine;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/** Lets validation look at all of a record; the usual one would ask for a persistence provider. */
final class WholeGraph implements TraversableResolver {
  @Override
  public boolean isReachable(
      Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
    return true;
  }

  @Override
  public boolean isCascadable(
      Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
    return true;
  }
}
