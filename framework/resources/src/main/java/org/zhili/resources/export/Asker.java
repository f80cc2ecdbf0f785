package org.zhili.resources.export;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import org.zhili.access.Viewer;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.ProblemLanguage;
import org.zhili.text.Language;

/** Who asks for something to take away, and what they read. */
public record Asker(Viewer viewer, Language language) {
  /** Of a request by somebody who has logged in. */
  public static Asker of(SecurityContext security, HttpHeaders headers) {
    return new Asker(
        Callers.viewer(security), ProblemLanguage.language(headers.getAcceptableLanguages()));
  }
}
