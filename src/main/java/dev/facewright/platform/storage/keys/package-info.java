/// Where the keys of generations are kept, apart from the database and from backups of it: a folder, or another
/// service that can destroy what it keeps. One class a store; which of them is used is configured.
@NullMarked
package dev.facewright.platform.storage.keys;

import org.jspecify.annotations.NullMarked;
