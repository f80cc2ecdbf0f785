package org.zhili.casework;

/**
 * The answer to opening a case.
 *
 * @param joined a case with the same key was open already, and the report was added to it
 */
public record Opened(CaseFile file, boolean joined) {}
