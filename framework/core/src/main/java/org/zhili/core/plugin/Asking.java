package org.zhili.core.plugin;

/** One question, put to a plug-in. */
@FunctionalInterface
interface Asking<P, Q, R> {
  R ask(P plugin, Q question) throws Exception;
}
