package org.zhili.resources;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;

/** Requests of which nothing is known but where they come from. */
public final class From {
  private From() {}

  public static HttpServletRequest address(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, asked, arguments) -> asked.getName().equals("getRemoteAddr") ? address : null);
  }
}
