package org.zhili.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.zhili.web.WebFolder;

/** The console's own files (控制台), all out of this bundle: pages of modules come over REST. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/console/*")
public final class Console extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebFolder files = WebFolder.beside(Console.class);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    files.answer(request, response);
  }
}
