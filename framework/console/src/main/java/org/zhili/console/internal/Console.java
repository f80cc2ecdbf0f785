package org.zhili.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;
import org.zhili.web.WebFolder;

/** The console's own files (控制台), all out of this bundle: pages of modules come over REST. */
@Component(service = Servlet.class, configurationPid = "org.zhili.console")
@Designate(ocd = ConsoleConfiguration.class)
@HttpWhiteboardServletPattern("/console/*")
public final class Console extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final Words WORDS = Words.beside(Console.class);
  private static final String WRONG_TILES = "ZL-3130";
  private static final String TILES = "/tiles.js";

  private transient volatile Tiles tiles = Tiles.NONE;
  private transient volatile WebFolder files = WebFolder.beside(Console.class);

  /** Take settings; a wrong one is told in the log, and no tiles are shown. */
  @Activate
  @Modified
  void settle(ConsoleConfiguration configuration) {
    tiles = read(configuration);
    files = WebFolder.beside(Console.class, tiles.origins());
  }

  private static Tiles read(ConsoleConfiguration configuration) {
    try {
      String template = configuration.tiles().strip();
      Optional<Tiles> read =
          template.isEmpty()
              ? Optional.of(Tiles.NONE)
              : Tiles.of(template, configuration.tilesBy().strip(), configuration.tilesZoom());
      if (read.isPresent()) {
        return read.get();
      }
    } catch (RuntimeException e) {
      LOG.debug("A value of the wrong type shows when it is asked for", e);
    }
    Wording words = WORDS.render(Text.of("console.tiles"));
    LOG.error("{} {} / {}", WRONG_TILES, words.zh(), words.en());
    return Tiles.NONE;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (TILES.equals(request.getPathInfo())) {
      byte[] script = tiles.script().getBytes(StandardCharsets.UTF_8);
      files.answer("text/javascript;charset=utf-8", script, response);
    } else {
      files.answer(request, response);
    }
  }
}
