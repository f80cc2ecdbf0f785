package org.zhili.resources;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of somebody who reads one language. */
public record Reads(Locale language) implements HttpHeaders {
  public static final Reads CHINESE = new Reads(Locale.SIMPLIFIED_CHINESE);
  public static final Reads ENGLISH = new Reads(Locale.ENGLISH);

  @Override
  public List<Locale> getAcceptableLanguages() {
    return List.of(language);
  }

  @Override
  public List<String> getRequestHeader(String name) {
    return List.of();
  }

  @Override
  public String getHeaderString(String name) {
    return "";
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    return new MultivaluedHashMap<>();
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return List.of(MediaType.WILDCARD_TYPE);
  }

  @Override
  public @Nullable MediaType getMediaType() {
    return null;
  }

  @Override
  public Locale getLanguage() {
    return language;
  }

  @Override
  public Map<String, Cookie> getCookies() {
    return Map.of();
  }

  @Override
  public @Nullable Date getDate() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }
}
