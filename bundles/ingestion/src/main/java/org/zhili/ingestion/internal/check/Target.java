package org.zhili.ingestion.internal.check;

import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import org.zhili.device.DeviceAccounts.Credentials;

/**
 * The broker that is checked.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param login empty to come without a name
 * @param sockets empty for those the MQTT client takes for the uri
 * @param expiry how long the town wants its sessions kept
 */
public record Target(
    String uri, Optional<Credentials> login, Optional<SocketFactory> sockets, Duration expiry) {}
