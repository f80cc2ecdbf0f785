package org.zhili.rest.internal.whiteboard;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.zhili.rest.internal.door.Answer;
import org.zhili.rest.internal.door.RestDoor;
import org.zhili.rest.internal.engine.Generations;
import org.zhili.rest.internal.engine.Settings;
import org.zhili.rest.internal.problem.Refusal;

/**
 * Serves resources and extensions that are OSGi services, below {@code /api}.
 *
 * <p>Implements the Jakarta REST whiteboard's default application: what has {@code
 * osgi.jakartars.resource} or {@code osgi.jakartars.extension} is served while it is there.
 */
@Component(service = Servlet.class, configurationPid = "org.zhili.rest")
@Designate(ocd = RestConfiguration.class)
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletName("rest")
@HttpWhiteboardServletAsyncSupported
public final class RestWhiteboard implements Servlet {
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final BundleContext context;
  private final Settings settings;
  private volatile Optional<Running> running = Optional.empty();

  private record Running(
      ServletConfig config, Generations generations, RestDoor door, PartTracker tracker) {}

  @Activate
  public RestWhiteboard(BundleContext context, RestConfiguration configuration) {
    this.context = context;
    this.settings = SettingsReader.read(configuration);
  }

  @Override
  public synchronized void init(ServletConfig config) throws ServletException {
    Generations generations = new Generations(config, settings, DRAIN);
    try {
      PartTracker tracker = new PartTracker(context, generations);
      running =
          Optional.of(
              new Running(config, generations, new RestDoor(generations, settings), tracker));
      tracker.start();
    } catch (InvalidSyntaxException e) {
      throw new ServletException(e);
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    Optional<Running> present = running;
    if (present.isEmpty()) {
      Answer.refuse(
          (HttpServletRequest) request, (HttpServletResponse) response, Refusal.STARTING.problem());
      return;
    }
    present.get().door().service((HttpServletRequest) request, (HttpServletResponse) response);
  }

  @Override
  @Deactivate
  public synchronized void destroy() {
    Optional<Running> last = running;
    running = Optional.empty();
    last.ifPresent(
        each -> {
          each.tracker().stop();
          each.generations().end();
        });
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return running.map(Running::config).orElse(null);
  }

  @Override
  public String getServletInfo() {
    return "Zhili REST";
  }
}
