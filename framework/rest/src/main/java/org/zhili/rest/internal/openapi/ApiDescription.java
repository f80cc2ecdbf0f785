package org.zhili.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.rest.internal.problem.Problem;

/**
 * Describes resources as OpenAPI 3.0.1, once, when somebody first asks.
 *
 * <p>A resource that cannot be described is left out of the description, and served all the same.
 */
public final class ApiDescription {
  private static final Logger LOG = LoggerFactory.getLogger(ApiDescription.class);
  private static final String LOGIN = "session";
  private static final String PROBLEM_REF = "#/components/schemas/Problem";
  private static final Object SHARED = new Object();

  private final List<Class<?>> resources;
  private Optional<OpenAPI> drawn = Optional.empty();

  public ApiDescription(List<Class<?>> resources) {
    this.resources = List.copyOf(resources);
  }

  String json() {
    try {
      return Json.mapper().writeValueAsString(drawn());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String yaml() {
    try {
      return Yaml.mapper().writeValueAsString(drawn());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized OpenAPI drawn() {
    if (drawn.isEmpty()) {
      drawn = Optional.of(draw());
    }
    return drawn.get();
  }

  /** The reader's parts are shared by all readers, so one draws at a time. */
  private OpenAPI draw() {
    synchronized (SHARED) {
      List<OpenAPIExtension> before = OpenAPIExtensions.getExtensions();
      try {
        List<OpenAPIExtension> extensions = new ArrayList<>(List.of(new RuleExtension()));
        extensions.addAll(before);
        OpenAPIExtensions.setExtensions(extensions);
        return complete(read());
      } finally {
        OpenAPIExtensions.setExtensions(before);
        // they would keep classes of bundles that have gone
        Json.mapper().getTypeFactory().clearCache();
        ModelConverters.reset();
      }
    }
  }

  private OpenAPI read() {
    OpenAPI api = new OpenAPI();
    for (Class<?> resource : resources) {
      try {
        api = new Reader(new SwaggerConfiguration().openAPI(api)).read(resource);
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("{} is served, but cannot be described", resource.getName(), e);
      }
    }
    return api;
  }

  private static OpenAPI complete(OpenAPI api) {
    api.info(
            new Info()
                .title("Zhili")
                .version(version())
                .description("City grass-roots governance, operation by operation."))
        .servers(List.of(new Server().url("/api")))
        .security(List.of(new SecurityRequirement().addList(LOGIN)));
    Components components = Optional.ofNullable(api.getComponents()).orElseGet(Components::new);
    components.addSecuritySchemes(
        LOGIN,
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description(
                "The token of a session, or a JWT of the city's identity provider"
                    + " · 会话令牌，或城市统一身份认证签发的 JWT"));
    ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
    api.components(components);
    api.path("/health", health());
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(ApiDescription::withProblems);
    return api;
  }

  private static PathItem health() {
    ApiResponses responses =
        new ApiResponses()
            .addApiResponse("200", new ApiResponse().description("Requests are served."))
            .addApiResponse("503", new ApiResponse().description("Requests are not served."));
    return new PathItem()
        .get(
            new Operation()
                .operationId("health")
                .summary("Say whether requests are served · 查看接口是否可用")
                .description("With Accept: text/plain it is a line for each part that is missing.")
                .addTagsItem("status")
                .security(List.of())
                .responses(responses));
  }

  private static void withProblems(Operation operation) {
    ApiResponses responses =
        Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
    ApiResponse refused =
        new ApiResponse()
            .description("Refused; see the code and the sentence.")
            .content(
                new Content()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        new MediaType().schema(new Schema<>().$ref(PROBLEM_REF))));
    responses.putIfAbsent("4XX", refused);
    responses.putIfAbsent("5XX", refused);
    operation.setResponses(responses);
  }

  private static String version() {
    return Optional.ofNullable(ApiDescription.class.getPackage().getImplementationVersion())
        .orElse("0.1");
  }
}
