package org.zhili.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Leads whoever types the town's bare address to the console. It is asked about every address that
 * nobody else answers, and knows as little of those as the server itself. A city that puts a page
 * of its own there goes first.
 */
@Component(service = Servlet.class, property = "service.ranking:Integer=-1000")
@HttpWhiteboardServletPattern("/")
public final class Front extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (read && request.getRequestURI().equals(request.getContextPath() + "/")) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", "console/");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
