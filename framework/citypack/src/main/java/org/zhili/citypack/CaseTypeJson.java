package org.zhili.citypack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhili.casework.CaseType;
import org.zhili.citypack.internal.CaseTypeReading;
import org.zhili.citypack.internal.CaseTypeWriting;
import org.zhili.citypack.internal.Faults;

/**
 * Reads and writes case types (案件类型) as JSON, in the form the package describes.
 *
 * <p>Reading what was written gives an equal type, and writing the same type always gives the same
 * characters. Thread-safe.
 */
public final class CaseTypeJson {
  private CaseTypeJson() {}

  /**
   * Read a type and check it as a whole.
   *
   * @param file what faults call the text
   */
  public static Parsed<CaseType> read(String json, String file) {
    return CaseTypeReading.checked(json, Faults.of(file));
  }

  /**
   * Read a module's own type from its bundle.
   *
   * @param resource the path, seen from the class as {@link Class#getResource(String)} does
   * @throws FaultyFile when it is missing or faulty, which only its author can cure
   */
  public static CaseType bundled(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FaultyFile(Faults.missing(resource));
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " beside " + owner.getName(), e);
    }
  }

  /** Write a type for people: sets sorted, what is empty left out. */
  public static String write(CaseType type) {
    return CaseTypeWriting.write(type);
  }

  /**
   * Read back what {@link #write} wrote. The type is not checked as a whole: an open case keeps its
   * version even when the rules for new types have become stricter.
   *
   * @throws FaultyFile when the text was not written by {@link #write}
   */
  public static CaseType restore(String json) {
    return CaseTypeReading.unchecked(json, Faults.of("case-type")).orThrow();
  }

  /** Check a type that was built in code. Places are those of its written form. */
  public static List<Fault> check(CaseType type) {
    return read(write(type), type.ref().toString()).faults();
  }
}
