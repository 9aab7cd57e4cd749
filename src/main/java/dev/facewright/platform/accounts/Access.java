package dev.facewright.platform.accounts;

import java.util.Locale;

/// What a request does to an area. What writes also lets itself be read.
enum Access {
    READ,
    WRITE;

    String scope(String area) {
        return area + ":" + name().toLowerCase(Locale.ROOT);
    }
}
