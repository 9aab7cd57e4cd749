/// The server as its users run it: processes of their own that are killed, stopped, started again and told
/// nonsense. What holds here holds for data and runs that people care about.
@NullMarked
package dev.facewright.platform.process;

import org.jspecify.annotations.NullMarked;
