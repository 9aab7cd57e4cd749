/// How the server answers when it refuses: the one place where exceptions become statuses, bodies and pages.
/// Also what all pages share: languages and the shell around their content.
@NullMarked
package dev.facewright.platform.kernel.web;

import org.jspecify.annotations.NullMarked;
