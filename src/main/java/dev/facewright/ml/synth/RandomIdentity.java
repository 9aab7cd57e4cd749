package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.BrowShape;
import dev.facewright.ml.synth.SyntheticIdentity.Complexion;
import dev.facewright.ml.synth.SyntheticIdentity.EyeShape;
import dev.facewright.ml.synth.SyntheticIdentity.Hair;
import dev.facewright.ml.synth.SyntheticIdentity.HeadShape;
import dev.facewright.ml.synth.SyntheticIdentity.MouthShape;
import dev.facewright.ml.synth.SyntheticIdentity.NoseShape;
import java.util.SplittableRandom;

/// How people differ: shapes around the usual proportions, colours along the ranges that skin, hair and eyes
/// have.
final class RandomIdentity {
    private static final Colour[] IRIS = {
        Colour.coded(0x3b2414), Colour.coded(0x5a3a1e), Colour.coded(0x6b5a2c),
        Colour.coded(0x4f6b3f), Colour.coded(0x4c6f94), Colour.coded(0x7089a0)
    };
    private static final Colour LIGHT_SKIN = Colour.coded(0xf6d9c4);
    private static final Colour MIDDLE_SKIN = Colour.coded(0xd39f78);
    private static final Colour DARK_SKIN = Colour.coded(0x5c3a28);
    private static final Colour[] DARK_HAIR = {
        Colour.coded(0x17120f), Colour.coded(0x241a14), Colour.coded(0x3a281c), Colour.coded(0x4d4640)
    };
    private static final Colour[] ANY_HAIR = {
        Colour.coded(0x1a1512),
        Colour.coded(0x38261a),
        Colour.coded(0x5b3c22),
        Colour.coded(0x8a6238),
        Colour.coded(0xc9a063),
        Colour.coded(0x8c3d1c),
        Colour.coded(0xb5b0aa)
    };

    private final Draw draw;
    private final double melanin;

    private RandomIdentity(long seed) {
        draw = new Draw(new SplittableRandom(seed));
        melanin = draw.between(0, 1);
    }

    static SyntheticIdentity draw(long seed) {
        RandomIdentity person = new RandomIdentity(seed);
        Colour skin = person.skin();
        return new SyntheticIdentity(
                person.head(),
                person.eyes(),
                person.brows(),
                person.nose(),
                person.mouth(skin),
                person.complexion(skin),
                person.hair());
    }

    private HeadShape head() {
        double cheek = draw.around(0.71, 0.07);
        return new HeadShape(
                cheek,
                cheek * draw.around(0.82, 0.12),
                draw.around(0.29, 0.09),
                cheek * draw.around(0.96, 0.06),
                draw.around(0, 0.08),
                draw.around(0.05, 0.07),
                draw.around(0.03, 0.04),
                draw.around(0.05, 0.05),
                draw.between(0, 1),
                draw.around(0.21, 0.05));
    }

    private EyeShape eyes() {
        Colour iris = melanin > 0.55 ? IRIS[draw.chance(0.8) ? 0 : 1] : draw.oneOf(IRIS);
        return new EyeShape(
                draw.around(0.295, 0.045),
                draw.around(0.03, 0.045),
                draw.around(0.135, 0.027),
                draw.around(0.074, 0.028),
                draw.around(0.012, 0.04),
                draw.around(0.06, 0.04),
                iris);
    }

    private BrowShape brows() {
        return new BrowShape(
                draw.around(0.175, 0.05),
                draw.around(0.175, 0.04),
                draw.around(0.03, 0.018),
                draw.around(0.035, 0.035),
                draw.around(0.005, 0.05),
                draw.between(0.35, 1));
    }

    private NoseShape nose() {
        return new NoseShape(
                draw.around(0.37, 0.08),
                draw.around(0.14, 0.045),
                draw.around(0.25, 0.09),
                draw.around(0.07, 0.025),
                draw.around(0.10, 0.07),
                draw.around(0.10, 0.035),
                draw.around(0, 0.05));
    }

    private MouthShape mouth(Colour skin) {
        Colour lips = skin.mix(Colour.coded(0x9c3a3f), draw.between(0.3, 0.75));
        return new MouthShape(
                draw.around(-0.6, 0.05),
                draw.around(0.235, 0.055),
                draw.around(0.06, 0.03),
                draw.around(0.08, 0.034),
                draw.around(0.014, 0.014),
                draw.around(0, 0.03),
                lips);
    }

    private Colour skin() {
        Colour tone =
                melanin < 0.5 ? LIGHT_SKIN.mix(MIDDLE_SKIN, melanin * 2) : MIDDLE_SKIN.mix(DARK_SKIN, melanin * 2 - 1);
        double undertone = draw.around(0, 0.06);
        return new Colour(tone.red() * (1 + undertone), tone.green(), tone.blue() * (1 - 2 * undertone));
    }

    private Complexion complexion(Colour skin) {
        double freckles = melanin < 0.4 && draw.chance(0.35) ? draw.between(0.3, 1) : 0;
        int moles = draw.chance(0.5) ? 1 + (int) draw.between(0, 3) : 0;
        return new Complexion(skin, draw.between(0, 1), freckles, moles, draw.between(0, 1), draw.seed());
    }

    private Hair hair() {
        Colour colour = draw.oneOf(melanin > 0.5 ? DARK_HAIR : ANY_HAIR);
        Hair.Style style = draw.oneOf(Hair.Style.values());
        boolean bearded = draw.chance(0.3) && style.ordinal() < Hair.Style.BOB.ordinal();
        return new Hair(
                style,
                colour,
                draw.around(0.58, 0.11),
                draw.around(0.1, 0.12),
                draw.around(0.09, 0.05),
                draw.between(-0.8, 0.8),
                bearded ? draw.between(0.4, 1) : 0,
                bearded ? draw.between(0.4, 1) : 0);
    }
}
