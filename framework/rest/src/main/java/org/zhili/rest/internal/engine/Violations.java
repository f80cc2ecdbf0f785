package org.zhili.rest.internal.engine;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.rest.internal.problem.Violation;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/** Tells a caller, in the names of the request and in both languages, what is not valid. */
final class Violations {
  private final MessageInterpolator interpolator;

  Violations(MessageInterpolator interpolator) {
    this.interpolator = interpolator;
  }

  /** All violations, in the order of their fields, so that the answer is the same each time. */
  List<Violation> of(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(each -> new Violation(field(each), wording(each)))
        .sorted(Comparator.comparing(Violation::field).thenComparing(v -> v.messages().en()))
        .toList();
  }

  private Wording wording(ConstraintViolation<?> violation) {
    return new Wording(
        message(violation, Language.ZH.locale()), message(violation, Language.EN.locale()));
  }

  private String message(ConstraintViolation<?> violation, Locale locale) {
    String message =
        interpolator.interpolate(violation.getMessageTemplate(), new Fact(violation), locale);
    return message.isBlank() ? violation.getMessageTemplate() : message;
  }

  /** The path without the method; a parameter by its name in the request, the body by none. */
  private static String field(ConstraintViolation<?> violation) {
    List<String> names = new ArrayList<>();
    Optional<Method> method = Optional.empty();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD) {
        method = find(violation.getRootBeanClass(), node.as(Path.MethodNode.class));
      } else if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        method.flatMap(m -> requestName(m, index)).ifPresent(names::add);
      } else {
        names.add(step(node));
      }
    }
    return String.join(".", names).replace(".[", "[");
  }

  private static String step(Path.Node node) {
    String name = node.getKind() == ElementKind.PROPERTY ? node.getName() : "";
    if (node.getIndex() != null) {
      return "[" + node.getIndex() + "]." + name;
    }
    return node.getKey() == null ? name : "[" + node.getKey() + "]." + name;
  }

  private static Optional<Method> find(Class<?> type, Path.MethodNode node) {
    return Arrays.stream(type.getMethods())
        .filter(
            method ->
                method.getName().equals(node.getName())
                    && List.of(method.getParameterTypes()).equals(node.getParameterTypes()))
        .findFirst();
  }

  /** Looked for up the class and its interfaces, where a resource may carry its annotations. */
  private static Optional<String> requestName(Method method, int parameter) {
    return declarations(method).stream()
        .flatMap(each -> Arrays.stream(each.getParameterAnnotations()[parameter]))
        .map(Violations::requestName)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<Method> declarations(Method method) {
    List<Method> all = new ArrayList<>();
    all.add(method);
    for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
      Arrays.stream(type.getMethods())
          .filter(
              other ->
                  other.getName().equals(method.getName())
                      && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
          .forEach(all::add);
    }
    return all;
  }

  private static Optional<String> requestName(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return Optional.of(query.value());
    } else if (annotation instanceof PathParam path) {
      return Optional.of(path.value());
    } else if (annotation instanceof HeaderParam header) {
      return Optional.of(header.value());
    } else if (annotation instanceof FormParam form) {
      return Optional.of(form.value());
    } else if (annotation instanceof MatrixParam matrix) {
      return Optional.of(matrix.value());
    } else if (annotation instanceof CookieParam cookie) {
      return Optional.of(cookie.value());
    }
    return Optional.empty();
  }

  /** What an interpolator may ask about a violation. */
  private record Fact(ConstraintViolation<?> violation) implements MessageInterpolator.Context {
    @Override
    public ConstraintDescriptor<?> getConstraintDescriptor() {
      return violation.getConstraintDescriptor();
    }

    @Override
    public @Nullable Object getValidatedValue() {
      return violation.getInvalidValue();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return type.cast(this);
    }
  }
}
