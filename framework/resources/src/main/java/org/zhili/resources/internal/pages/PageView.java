package org.zhili.resources.internal.pages;

import org.zhili.text.Wording;

/**
 * A page of the console.
 *
 * @param path its address in the console
 * @param module who brings it
 * @param script where its script is, below the API's address; another one is somewhere else
 */
public record PageView(String path, Wording title, String module, String script) {}
