package org.zhili.itests;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one town they share, started for the first that asks and stopped after the last.
 * Each test has its own devices in it, and leaves every plug-in where it found it.
 */
final class SharedTown implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Town.class || type == ExamTown.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Held held =
        test.getRoot()
            .getStore(Namespace.create(SharedTown.class))
            .getOrComputeIfAbsent(Held.class, key -> new Held(started()), Held.class);
    return parameter.getParameter().getType() == Town.class ? held.town.town() : held.town;
  }

  private static ExamTown started() {
    try {
      return ExamTown.start();
    } catch (Exception e) {
      throw new IllegalStateException("the town did not start", e);
    }
  }

  private record Held(ExamTown town) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      town.close();
    }
  }
}
