package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import java.util.List;

/// Knows who took something away that rests on a person: out of reach, but to be told. A bean of each module that hands
/// such things out.
public interface CopyHolders {
    /// Has them told from now on, and says who they are.
    List<Certificate.OutOfReach> tell(SubjectId subject);
}
