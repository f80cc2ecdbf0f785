package org.zhili.rest.internal.jetty;

import java.util.Optional;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Has Jetty tell its own refusals as problems: an address that cannot be read, headers too long,
 * nothing at an address outside of {@code /api}.
 *
 * <p>To Felix it is a maker of connectors, which is the one way it lets anybody see its server. The
 * connector it makes is open to nobody: it has no port and no thread.
 */
@Component(service = ConnectorFactory.class)
public final class ServerRefusals implements ConnectorFactory {
  private Optional<Runnable> undo = Optional.empty();

  @Override
  public synchronized Connector createConnector(Server server) {
    var before = server.getErrorHandler();
    server.setErrorHandler(new RefusalHandler());
    undo = Optional.of(() -> server.setErrorHandler(before));
    return new LocalConnector(server, null, null, null, 0, new HttpConnectionFactory());
  }

  @Deactivate
  public synchronized void leave() {
    undo.ifPresent(Runnable::run);
  }
}
