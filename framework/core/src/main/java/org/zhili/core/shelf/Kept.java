package org.zhili.core.shelf;

/**
 * One version of a plug-in on the shelf.
 *
 * @param sha256 of its jar, in hexadecimal digits
 * @param source the file it came from
 */
public record Kept(String version, String sha256, String source) {}
