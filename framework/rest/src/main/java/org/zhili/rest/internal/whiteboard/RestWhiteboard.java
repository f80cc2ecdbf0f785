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
import org.osgi.service.component.annotations.Modified;
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
  private Settings settings;
  private volatile Optional<Running> running = Optional.empty();

  private record Running(
      ServletConfig config, Generations generations, RestDoor door, PartTracker tracker) {}

  @Activate
  public RestWhiteboard(BundleContext context, RestConfiguration configuration) {
    this.context = context;
    this.settings = SettingsReader.read(configuration, Settings.USUAL);
  }

  @Override
  public synchronized void init(ServletConfig config) throws ServletException {
    running = Optional.of(open(config));
  }

  private Running open(ServletConfig config) throws ServletException {
    Generations generations = new Generations(config, settings, DRAIN);
    try {
      PartTracker tracker = new PartTracker(context, generations);
      tracker.start();
      return new Running(config, generations, new RestDoor(generations, settings), tracker);
    } catch (InvalidSyntaxException e) {
      throw new ServletException(e);
    }
  }

  /** Serve under other settings from the next request on; a wrong setting is left out. */
  @Modified
  synchronized void change(RestConfiguration configuration) throws ServletException {
    Settings next = SettingsReader.read(configuration, settings);
    if (next.equals(settings)) {
      return;
    }
    settings = next;
    Optional<Running> before = running;
    if (before.isPresent()) {
      running = Optional.of(open(before.get().config()));
      end(before.get());
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
    last.ifPresent(RestWhiteboard::end);
  }

  private static void end(Running last) {
    last.tracker().stop();
    last.generations().end();
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
