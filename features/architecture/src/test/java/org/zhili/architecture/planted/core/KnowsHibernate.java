package org.zhili.architecture.planted.core;

import org.hibernate.Session;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 Hibernate")
public record KnowsHibernate(Session session) {}
