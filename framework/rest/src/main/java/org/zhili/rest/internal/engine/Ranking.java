package org.zhili.rest.internal.engine;

import java.util.List;
import org.apache.cxf.jaxrs.ext.ResourceComparator;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;

/** Of two resources with one address, puts the one ranked higher first; CXF would take the last. */
final class Ranking implements ResourceComparator {
  private final List<Class<?>> ranked;

  /**
   * @param ranked highest first
   */
  Ranking(List<Class<?>> ranked) {
    this.ranked = ranked;
  }

  @Override
  public int compare(ClassResourceInfo one, ClassResourceInfo other, Message message) {
    boolean sameAddress = one.getURITemplate().getValue().equals(other.getURITemplate().getValue());
    return sameAddress
        ? Integer.compare(
            ranked.indexOf(one.getServiceClass()), ranked.indexOf(other.getServiceClass()))
        : 0;
  }

  @Override
  public int compare(OperationResourceInfo one, OperationResourceInfo other, Message message) {
    return 0;
  }
}
