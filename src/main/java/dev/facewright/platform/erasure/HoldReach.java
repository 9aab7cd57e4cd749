package dev.facewright.platform.erasure;

import java.util.Collection;

/// How far holds reach beyond what they are on: one on a dataset keeps the people whose images are in it, one on a
/// person the models that learnt from them. A bean of each module that knows of such a way.
public interface HoldReach {
    /// Whether a hold on any of these keeps that, too. Exactly the same is not asked here.
    boolean reaches(Collection<HoldObject> held, HoldObject asked);

    /// Whether there is such a thing; false for kinds of others.
    boolean exists(HoldObject object);
}
