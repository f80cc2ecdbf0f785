package org.zhili.tck.internal;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.device.Decoded;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Reading;

/** A numbered rule, and how it says that it is broken. */
public record Rule(int number, String text) {
  /** Fail the test: which rule, on what, what was expected, what came. */
  public void broken(Object vector, Object expected, Object got) {
    fail(
        """
        rule %d: %s
          vector   %s
          expected %s
          got      %s\
        """
            .formatted(number, text, vector, expected, got));
  }

  /** Ask a plug-in; whatever it throws, and null, breaks the rule. */
  public <T> T answer(Object vector, Supplier<? extends @Nullable T> question) {
    T answer = null;
    try {
      answer = question.get();
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      broken(vector, "an answer, never an exception", e);
    }
    if (answer == null) {
      broken(vector, "an answer", "null");
    }
    return Objects.requireNonNull(answer);
  }

  /** Ask a driver. */
  public Decoded decode(DeviceDriver driver, DeviceMessage message, Object vector) {
    return answer(vector, () -> driver.decode(message));
  }

  /** The readings of an answer; a refusal has none. */
  public List<Reading> readings(Decoded answer) {
    return answer instanceof Decoded.Readings got ? got.readings() : List.of();
  }

  /** Read the vectors at a path; none, or a file with a mistake, breaks the rule. */
  public List<DeviceVector> vectors(ClassLoader loader, String path) {
    String text = Resources.read(loader, path).orElse("");
    List<DeviceVector> vectors = List.of();
    try {
      vectors = VectorFile.parse(path, text);
    } catch (IllegalArgumentException e) {
      broken(path, "vectors in the form of the README", String.valueOf(e.getMessage()));
    }
    if (vectors.isEmpty()) {
      broken(path, "a file with vectors on the test class path", "none");
    }
    return vectors;
  }
}
