package org.zhili.rest.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import org.zhili.rest.internal.problem.CallerLanguage;
import org.zhili.rest.internal.problem.Problem;
import org.zhili.text.Language;

/**
 * Tells every problem in the caller's language, whoever made it.
 *
 * <p>A resource brings its problem in both languages, under {@code messages}; what it puts into
 * {@code detail} is replaced. A refusal without a body gets one.
 */
@Priority(Integer.MIN_VALUE)
final class ProblemShape implements ContainerResponseFilter {
  private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

  private final JsonMapper mapper;

  ProblemShape(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400) {
      return;
    }
    if (!response.hasEntity()) {
      shape(request, response, Mappers.Web.problem(response.getStatus()));
    } else if (PROBLEM.isCompatible(response.getMediaType())
        && !(response.getEntity() instanceof String)) {
      shape(request, response, response.getEntity());
    }
  }

  private void shape(
      ContainerRequestContext request, ContainerResponseContext response, Object problem) {
    Language language = CallerLanguage.of(request.getHeaderString("Accept-Language"));
    JsonNode tree = mapper.valueToTree(problem);
    if (tree instanceof ObjectNode object) {
      tell(object, "detail", language);
      if (!object.hasNonNull("instance")) {
        object.put("instance", request.getUriInfo().getRequestUri().getRawPath());
      }
      object.path("violations").forEach(violation -> tellViolation(violation, language));
    }
    response.setEntity(tree, response.getEntityAnnotations(), PROBLEM);
  }

  private static void tellViolation(JsonNode violation, Language language) {
    if (violation instanceof ObjectNode object) {
      tell(object, "message", language);
    }
  }

  private static void tell(ObjectNode object, String field, Language language) {
    JsonNode words = object.path("messages").path(language == Language.ZH ? "zh" : "en");
    if (words.isTextual()) {
      object.set(field, words);
    }
  }
}
