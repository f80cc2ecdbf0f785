package org.zhili.rules;

import org.zhili.text.Wording;

/**
 * A matter residents may report by themselves (居民上报事项), as data of the city.
 *
 * @param name what residents call it
 * @param opens the case it opens; without a filing condition a person decides on one
 * @param subject what it is about; the dispatch catalogue goes by it
 * @param condition what is wrong with it, such as {@code missing}
 */
public record Matter(
    String id, Wording name, AlertPolicy.Opens opens, String subject, String condition) {}
