package org.zhili.field.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.zhili.web.WebFolder;

/**
 * The files of the grid workers' page (网格员端), which phones keep, so that it opens without a line;
 * what it shows comes over REST.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/field/*")
public final class Field extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String WORKER = "/worker.js";

  private final transient WebFolder files = WebFolder.beside(Field.class);
  private final transient byte[] worker = Shell.worker();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (WORKER.equals(request.getPathInfo())) {
      files.answer("text/javascript;charset=utf-8", worker, response);
    } else {
      files.answer(request, response);
    }
  }
}
