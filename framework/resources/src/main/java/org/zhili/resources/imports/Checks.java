package org.zhili.resources.imports;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Providers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.problem.Violation;
import org.zhili.text.Language;
import org.zhili.text.Wording;

/**
 * Holds bodies to what their annotations ask for, by the validator of the server that serves the
 * request, so that it says what it says of a body it reads itself.
 */
public final class Checks {
  /** What the server's door answers when a body is not valid. */
  private static final String INVALID = "ZL-5007";

  private final ValidatorFactory factory;

  private Checks(ValidatorFactory factory) {
    this.factory = factory;
  }

  /** Those of a server; of one that offers no factory, those of the platform. */
  public static Checks of(Providers providers) {
    ContextResolver<ValidatorFactory> offered =
        providers.getContextResolver(ValidatorFactory.class, MediaType.WILDCARD_TYPE);
    return new Checks(
        offered == null ? Platform.FACTORY : offered.getContext(ValidatorFactory.class));
  }

  /** Begun when first asked for, since servers under OSGi have none. */
  private static final class Platform {
    static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
  }

  /** The same body; refused when it is not valid. */
  public <T> T valid(T body) {
    List<Violation> found =
        factory.getValidator().validate(body).stream()
            .map(each -> new Violation(each.getPropertyPath().toString(), wording(each)))
            .sorted(Comparator.comparing(Violation::field).thenComparing(v -> v.messages().en()))
            .toList();
    if (!found.isEmpty()) {
      throw new ProblemException(Problem.of(400, INVALID, found.get(0).messages(), found));
    }
    return body;
  }

  private Wording wording(ConstraintViolation<?> violation) {
    return new Wording(
        message(violation, Language.ZH.locale()), message(violation, Language.EN.locale()));
  }

  private String message(ConstraintViolation<?> violation, Locale locale) {
    return factory
        .getMessageInterpolator()
        .interpolate(violation.getMessageTemplate(), new Fact(violation), locale);
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
