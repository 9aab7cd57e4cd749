/// Looks everywhere for traces of people who were erased: in each column of each table there is, in what the database
/// remembers of them for its plans, in the names of all objects, in the files of this server. Knows no table: whatever
/// is added one day is looked through from that day on, and a trace that nobody declared is told.
@NullMarked
package dev.facewright.platform.erasure.rescan;

import org.jspecify.annotations.NullMarked;
