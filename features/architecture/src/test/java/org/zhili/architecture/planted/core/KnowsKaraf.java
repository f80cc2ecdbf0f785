package org.zhili.architecture.planted.core;

import org.apache.karaf.shell.api.console.Session;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 Karaf")
public record KnowsKaraf(Session session) {}
