package org.zhili.resources.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import org.zhili.resources.problem.Problem;
import org.zhili.text.Language;

/** Tells problems in the language the caller reads, Chinese unless English is preferred. */
@Provider
public final class ProblemLanguage implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      Language language = language(request.getAcceptableLanguages());
      String path = request.getUriInfo().getRequestUri().getPath();
      response.setEntity(problem.toldIn(language, path));
    }
  }

  /** The first of the two languages that somebody reads. */
  public static Language language(List<Locale> wanted) {
    for (Locale locale : wanted) {
      if (locale.getLanguage().equals("zh")) {
        return Language.ZH;
      } else if (locale.getLanguage().equals("en")) {
        return Language.EN;
      }
    }
    return Language.ZH;
  }
}
