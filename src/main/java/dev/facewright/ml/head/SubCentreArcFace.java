package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;

/// ArcFace with several centres an identity, of which the nearest counts: images with a wrong label gather at one
/// of their own and leave the others clean. Deng et al., *Sub-center ArcFace*, ECCV 2020, section 3.3.
///
/// @param head  the margin
/// @param subCentres  K, in [1, 16]; 3 in the paper
public record SubCentreArcFace(ArcFace head, int subCentres) implements WrappedHead {
    public static final Option CENTRES =
            new Option("subCentres", Unit.COUNT, 3, 1, 16, "centres of each identity, 3 is usual");

    static final Kind KIND = new Kind(
            "subcentrearcface",
            List.of(CosineHead.SCALE, ArcFace.MARGIN, CENTRES),
            (n, told) -> new SubCentreArcFace(ArcFace.of(n, told), told.count(CENTRES)));

    public SubCentreArcFace {
        CENTRES.check(subCentres);
    }

    @Override
    public Kind kind() {
        return KIND;
    }
}
