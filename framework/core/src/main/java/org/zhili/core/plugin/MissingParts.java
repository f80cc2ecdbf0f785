package org.zhili.core.plugin;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a plug-in left null in a record, before somebody stumbles over it at night. */
final class MissingParts {
  private final List<String> found = new ArrayList<>();

  private MissingParts() {}

  /** The names of components that are null, with their path: {@code type.steps.name}. */
  static List<String> of(Record part) {
    MissingParts missing = new MissingParts();
    missing.look(part, "");
    return List.copyOf(missing.found);
  }

  private void look(@Nullable Object part, String path) {
    if (part == null) {
      found.add(path);
    } else if (part instanceof Collection<?> many) {
      many.forEach(one -> look(one, path));
    } else if (part instanceof Optional<?> optional) {
      optional.ifPresent(one -> look(one, path));
    } else if (part instanceof Record && part.getClass().getName().startsWith("org.zhili.")) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        String name = component.getName();
        look(read(component, part), path.isEmpty() ? name : path + "." + name);
      }
    }
  }

  private static @Nullable Object read(RecordComponent component, Object part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
