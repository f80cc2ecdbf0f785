package org.zhili.rest.internal.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.access.Allowed;

/**
 * Who may call an operation.
 *
 * @param roles any of which is enough
 */
public record Rule(Set<String> roles) {
  public Rule {
    roles = Set.copyOf(roles);
  }

  /** Whether the operation needs no login. */
  public boolean isOpen() {
    return roles.contains(Allowed.ANYONE);
  }

  /**
   * The rule of an operation: the method's own, else that of its class. What a superclass or
   * interface says counts where the class is silent. Empty means nobody may call it.
   */
  public static Optional<Rule> of(Class<?> resource, Method operation) {
    return lineage(resource)
        .flatMap(type -> declared(type, operation))
        .findFirst()
        .or(
            () ->
                lineage(resource)
                    .flatMap(type -> Stream.ofNullable(type.getDeclaredAnnotation(Allowed.class)))
                    .findFirst())
        .map(allowed -> new Rule(Set.copyOf(Arrays.asList(allowed.value()))));
  }

  private static Stream<Allowed> declared(Class<?> type, Method operation) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(
            method ->
                method.getName().equals(operation.getName())
                    && Arrays.equals(method.getParameterTypes(), operation.getParameterTypes()))
        .flatMap(method -> Stream.ofNullable(method.getDeclaredAnnotation(Allowed.class)));
  }

  /** The class, its superclasses, then all their interfaces. */
  private static Stream<Class<?>> lineage(Class<?> type) {
    Stream<Class<?>> classes = Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass);
    return Stream.concat(classes, interfaces(type)).distinct();
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Stream<Class<?>> here =
        Arrays.stream(type.getInterfaces())
            .flatMap(i -> Stream.concat(Stream.of(i), interfaces(i)));
    return type.getSuperclass() == null
        ? here
        : Stream.concat(here, interfaces(type.getSuperclass()));
  }
}
