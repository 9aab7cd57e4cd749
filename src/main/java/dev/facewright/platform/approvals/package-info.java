/// What takes two people. A module gives a `TwoPersonMatter` for each kind of thing that nobody may do alone, and
/// proposes it to `Approvals`; it is carried out in the transaction in which somebody else approves of it.
///
/// **The database decides who is somebody else** (`db/approvals`): not the proposer, not through a token of the
/// proposer's, not an account that either of the two has made or touched, and none made or touched since. An approval
/// is of a content by its hash: what has changed since it was proposed is proposed anew. Nothing about a proposal can
/// be
/// changed, and one that nobody decides on expires.
///
/// An installation of one person says so by `facewright.approvals.one-person`: its proposals need nobody else, and each
/// of them, and whatever is made of it, says that it was so.
@ApplicationModule(allowedDependencies = {"kernel", "accounts"})
@NullMarked
package dev.facewright.platform.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
