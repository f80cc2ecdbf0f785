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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhili.resources.internal.Form;
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

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD83D, 0xDC4B
      })
  void signs_that_hide_or_break_words_are_in_no_text(int codePoint) {
    String sign = Character.toString(codePoint);
    assertThat("中山路" + sign + "100号").doesNotMatch(Form.LINE).doesNotMatch(Form.PROSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "中山路100号",
        "𠮷野家 㐂",
        "阿卜杜拉·买买提",
        "👩‍👩‍👧 🇨🇳",
        "café",
        "ئۇيغۇر",
        "x'; drop table --"
      })
  void words_of_every_script_are_text(String words) {
    assertThat(words).matches(Form.LINE).matches(Form.PROSE);
    assertThat(words + "\n\t" + words).doesNotMatch(Form.LINE).matches(Form.PROSE);
  }

  @Test
  void the_longest_text_is_looked_at_without_running_out_of_room() {
    assertThat("长\n".repeat(100_000)).matches(Form.PROSE);
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
              List.of(new EvidenceBody("note", "x".repeat(2001))),
              Optional.empty());
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
