package org.zhili.rest.internal.engine;

import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.cxf.jaxrs.validation.JAXRSBeanValidationInvoker;
import org.apache.cxf.service.invoker.Invoker;
import org.apache.cxf.validation.BeanValidationProvider;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Bean validation for one application, so that what it learns of classes goes with it. */
final class Validation implements AutoCloseable {
  private final ValidatorFactory factory;

  Validation() {
    Locale zh = Locale.SIMPLIFIED_CHINESE;
    factory =
        jakarta.validation.Validation.byProvider(HibernateValidator.class)
            // nothing is looked up across bundles
            .providerResolver(() -> List.of(new HibernateValidator()))
            .configure()
            .traversableResolver(new WholeGraph())
            // parameters only: an expression language would run what a message says
            .messageInterpolator(
                new ParameterMessageInterpolator(Set.of(zh, Locale.ENGLISH), zh, false))
            .buildValidatorFactory();
  }

  /** Calls operations with what is valid; CXF's interceptor would not check parts per request. */
  Invoker invoker() {
    JAXRSBeanValidationInvoker invoker = new JAXRSBeanValidationInvoker();
    invoker.setProvider(new BeanValidationProvider(factory));
    return invoker;
  }

  /** For operations that hold what they read themselves, such as rows of a sheet, to the same. */
  Context context() {
    return new Context(factory);
  }

  /** Gives the factory to whoever asks the engine for one. */
  @Provider
  record Context(ValidatorFactory factory) implements ContextResolver<ValidatorFactory> {
    @Override
    public ValidatorFactory getContext(Class<?> type) {
      return factory;
    }
  }

  Violations violations() {
    return new Violations(factory.getMessageInterpolator());
  }

  @Override
  public void close() {
    factory.close();
  }
}
