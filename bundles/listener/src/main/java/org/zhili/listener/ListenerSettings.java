package org.zhili.listener;

/**
 * Where a listener listens, and to whom.
 *
 * @param protocol id of the protocol all its stations speak, such as {@code hj212}
 * @param host address to listen on
 * @param port to listen on; 0 is any that is free
 */
public record ListenerSettings(
    String protocol, String host, int port, Networks networks, Limits limits) {}
