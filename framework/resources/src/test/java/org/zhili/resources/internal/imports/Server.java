package org.zhili.resources.internal.imports;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** What a server offers: the factory of its validator. */
final class Server implements Providers {
  private static final ValidatorFactory FACTORY =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(
              new ParameterMessageInterpolator(
                  Set.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH), Locale.ENGLISH, false))
          .buildValidatorFactory();

  @Override
  @SuppressWarnings("unchecked")
  public <T> ContextResolver<T> getContextResolver(Class<T> type, @Nullable MediaType media) {
    return asked -> (T) FACTORY;
  }

  @Override
  public <T> MessageBodyReader<T> getMessageBodyReader(
      Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> MessageBodyWriter<T> getMessageBodyWriter(
      Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T extends Throwable> ExceptionMapper<T> getExceptionMapper(Class<T> type) {
    throw new UnsupportedOperationException();
  }
}
