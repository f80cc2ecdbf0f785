package org.zhili.casework;

import java.util.Optional;

/**
 * A case to be opened.
 *
 * @param type id of its type
 * @param filing the condition it is filed under; empty leaves that to a person
 */
public record NewCase(String type, Optional<String> filing, Report report) {}
