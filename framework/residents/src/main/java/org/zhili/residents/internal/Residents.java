package org.zhili.residents.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.zhili.web.WebFolder;

/** The files of the residents' page (居民端): what it shows comes over REST, without a login. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/residents/*")
public final class Residents extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String DRAWING = "/qr.svg";
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]{1,300}");

  private final transient WebFolder files = WebFolder.beside(Residents.class);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> address =
        Optional.ofNullable(request.getPathInfo())
            .filter(DRAWING::equals)
            .flatMap(path -> address(request));
    if (address.isPresent()) {
      files.answer("image/svg+xml", QrDrawing.of(address.get()), response);
    } else {
      files.answer(request, response);
    }
  }

  /**
   * The address to draw, as the page knows it: proxies may hide it from the town. Only the page
   * itself can send the header, so that nobody leads people here to be shown another address.
   */
  private static Optional<String> address(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Requested-With"))
        .flatMap(page -> Optional.ofNullable(request.getParameter("of")))
        .filter(address -> ADDRESS.matcher(address).matches());
  }
}
