package org.zhili.listener;

/**
 * How a listener is doing, since it was made.
 *
 * @param connections open now
 * @param messages handed to the town
 * @param noise bytes that belonged to no frame
 * @param halves frames that were never finished
 * @param dropped parts whose others did not come
 * @param refused connections refused or cut off: not allowed, too many, a wrong password, noise
 */
public record ListenerStatus(
    int connections, long messages, long noise, long halves, long dropped, long refused) {}
