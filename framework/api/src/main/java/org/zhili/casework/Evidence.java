package org.zhili.casework;

/**
 * Something that shows what happened.
 *
 * @param kind such as {@code note}, {@code photo-before}, {@code reading}
 * @param content a note's words, a reading's value, or the reference of a stored file
 */
public record Evidence(String kind, String content) {}
