package dev.facewright.platform.kernel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose the database is.
///
/// @param oneRole  whether the server may own its tables, so that the database cannot hold it to its own log
@ConfigurationProperties("facewright.database")
public record DatabaseSettings(@DefaultValue("false") boolean oneRole) {}
