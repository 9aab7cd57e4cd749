package dev.facewright.ml.head;

/// ArcFace with several centres an identity, of which the nearest counts: images with a wrong label gather at one
/// of their own and leave the others clean. Deng et al., *Sub-center ArcFace*, ECCV 2020, section 3.3.
///
/// @param arcFace  the margin
/// @param subCentres  K, at least 1; 3 in the paper
public record SubCentreArcFace(ArcFace arcFace, int subCentres) implements Head {
    static final String NAME = "subcentrearcface";

    public SubCentreArcFace {
        if (subCentres < 1) {
            throw new IllegalArgumentException("An identity needs at least one centre, was " + subCentres);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int identities() {
        return arcFace.identities();
    }

    @Override
    public Expression targetLogit() {
        return arcFace.targetLogit();
    }

    @Override
    public Expression otherLogit() {
        return arcFace.otherLogit();
    }
}
