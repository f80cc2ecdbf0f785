package org.zhili.rest.internal.engine;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what cannot be served, before CXF stumbles over it or, worse, serves it unchecked. */
final class Screening {
  private Screening() {}

  /** Why this resource is left out; empty when nothing is wrong with it. */
  static Optional<String> fault(Class<?> resource) {
    if (!Modifier.isPublic(resource.getModifiers())) {
      return Optional.of("its class is not public");
    }
    List<Class<?>> types =
        Stream.concat(
                Stream.<Class<?>>iterate(resource, c -> c != null, Class::getSuperclass),
                Arrays.stream(resource.getInterfaces()))
            .toList();
    if (types.stream().noneMatch(type -> type.isAnnotationPresent(Path.class))) {
      return Optional.of("its class has no @Path");
    }
    List<Method> methods =
        types.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods())).toList();
    if (methods.stream().noneMatch(Screening::isOperation)) {
      return Optional.of("it has no operation, such as a method with @GET");
    }
    return methods.stream()
        .filter(method -> method.isAnnotationPresent(Path.class) && !isOperation(method))
        .findFirst()
        .map(
            method ->
                "its method "
                    + method.getName()
                    + " has @Path and no HTTP method: the rules of sub-resources are not"
                    + " checked, so there are none");
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
