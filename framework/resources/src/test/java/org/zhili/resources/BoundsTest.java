package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.cases.EvidenceBody;
import org.zhili.resources.internal.cases.ReportBody;

/** Everything a caller may send has a size, and text has a form. */
class BoundsTest {
  @Test
  void every_text_and_list_in_a_body_has_a_largest_size() {
    List<String> unbounded = new ArrayList<>();
    bodies()
        .forEach(
            body -> {
              for (RecordComponent component : body.getRecordComponents()) {
                check(
                    body.getSimpleName() + "." + component.getName(),
                    component.getAnnotatedType(),
                    unbounded);
              }
            });
    assertThat(unbounded).isEmpty();
    assertThat(bodies()).as("bodies that were looked at").hasSizeGreaterThan(8);
  }

  @Test
  void every_text_in_a_path_or_query_has_a_largest_size() {
    List<String> unbounded =
        PermissionsTest.operations()
            .flatMap(
                method ->
                    Stream.of(method.getParameters())
                        .filter(p -> p.getType() == String.class)
                        .filter(p -> !p.isAnnotationPresent(HeaderParam.class))
                        .filter(p -> !p.isAnnotationPresent(Size.class))
                        .map(p -> method + " " + p.getName()))
            .toList();
    assertThat(unbounded).isEmpty();
  }

  @Test
  void every_page_is_bounded() {
    List<Parameter> limits =
        PermissionsTest.operations()
            .map(Method::getParameters)
            .flatMap(Stream::of)
            .filter(p -> p.getType() == int.class)
            .toList();
    assertThat(limits).hasSizeGreaterThan(4);
    assertThat(limits)
        .allSatisfy(p -> assertThat(p.getAnnotation(Max.class).value()).isEqualTo(200));
  }

  private static void check(String where, AnnotatedType type, List<String> unbounded) {
    Class<?> raw = raw(type);
    boolean text = raw == String.class;
    boolean many = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
    if ((text || many) && !type.isAnnotationPresent(Size.class)) {
      unbounded.add(where + " has no size");
    }
    if (text && !type.isAnnotationPresent(Pattern.class)) {
      unbounded.add(where + " has no form");
    }
    if (type instanceof AnnotatedParameterizedType parameterized) {
      for (AnnotatedType inner : parameterized.getAnnotatedActualTypeArguments()) {
        check(where + "<>", inner, unbounded);
      }
    }
  }

  private static Class<?> raw(AnnotatedType type) {
    return type.getType() instanceof java.lang.reflect.ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type.getType();
  }

  private static List<Class<?>> bodies() {
    return Stream.concat(
            PermissionsTest.operations()
                .map(Method::getParameterTypes)
                .flatMap(Stream::of)
                .filter(Class::isRecord),
            Stream.of(EvidenceBody.class, PositionBody.class))
        .distinct()
        .toList();
  }

  @Test
  void constraints_reach_into_lists_and_what_may_be_absent() {
    try (ValidatorFactory factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      assertThat(validator.validate(Bodies.report())).isEmpty();
      ReportBody sound = Bodies.report();
      ReportBody wrong =
          new ReportBody(
              sound.type(),
              Optional.of("has blanks"),
              "UPPER",
              sound.subject(),
              sound.condition(),
              sound.area(),
              "two\nlines",
              Optional.of(new PositionBody(91.0, 0.0)),
              "nul \u0000 inside",
              sound.severity(),
              Optional.of("x".repeat(65)),
              List.of(new EvidenceBody("note", "x".repeat(2001))));
      assertThat(validator.validate(wrong))
          .extracting(violation -> violation.getPropertyPath().toString())
          .contains(
              "filing",
              "source",
              "address",
              "position.latitude",
              "summary",
              "asset",
              "evidence[0].content");
    }
  }
}
