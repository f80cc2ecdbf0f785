package org.zhili.itests;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the towns they share: one that Pax Exam runs, and one that {@code bin/zhili} runs.
 * Each is started for the first test that asks for it, and stopped after the last. A test has
 * devices of its own in them, and leaves every plug-in and setting as it found it.
 */
final class SharedTown implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Town.class || type == ExamTown.class || type == UnpackedTown.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    Store store = test.getRoot().getStore(Namespace.create(SharedTown.class));
    if (type == UnpackedTown.class) {
      return store.getOrComputeIfAbsent(
              Unpacked.class, key -> new Unpacked(UnpackedTown.in("town").start()), Unpacked.class)
          .town;
    }
    ExamTown exam =
        store.getOrComputeIfAbsent(
                Exam.class, key -> new Exam(started(ExamTown::start)), Exam.class)
            .town;
    return type == ExamTown.class ? exam : exam.town();
  }

  private static <T> T started(Callable<T> start) {
    try {
      return start.call();
    } catch (Exception e) {
      throw new IllegalStateException("the town did not start", e);
    }
  }

  private record Exam(ExamTown town) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      town.close();
    }
  }

  private record Unpacked(UnpackedTown town) implements AutoCloseable {
    @Override
    public void close() {
      town.close();
    }
  }
}
