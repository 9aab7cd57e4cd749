/// Security filters, the pages and the REST API of accounts and tokens, and the shell that every page stands in.
@NullMarked
package dev.facewright.platform.accounts.web;

import org.jspecify.annotations.NullMarked;
