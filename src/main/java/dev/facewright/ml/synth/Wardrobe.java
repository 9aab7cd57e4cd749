package dev.facewright.ml.synth;

/// Clothes and background of one picture. They belong to the picture, so that nobody is recognised by them.
final class Wardrobe {
    private static final Colour[] CLOTHES = {
        Colour.coded(0x2e4057), Colour.coded(0x8c2f39), Colour.coded(0x4f772d), Colour.coded(0xd9d4c7),
        Colour.coded(0x3c3c3f), Colour.coded(0x6d597a), Colour.coded(0xc98b2b), Colour.coded(0x1f6f78)
    };
    private static final Colour[] WALLS = {
        Colour.coded(0xb9c3c9), Colour.coded(0x8f9f8a), Colour.coded(0xc9b79c), Colour.coded(0x6f7f92),
        Colour.coded(0xd8d2cb), Colour.coded(0x55606b), Colour.coded(0x9a7f74), Colour.coded(0x7d8ca3)
    };

    private final Grain grain;
    private final Colour cloth;
    private final Colour first;
    private final Colour second;

    Wardrobe(long seed) {
        this.grain = new Grain(seed);
        this.cloth = oneOf(CLOTHES, 1);
        this.first = oneOf(WALLS, 2).times(0.55 + 0.45 * grain.at(2, 2));
        this.second = oneOf(WALLS, 3).times(0.55 + 0.45 * grain.at(3, 3));
    }

    /// The same choice each time for the same use.
    Colour oneOf(Colour[] choices, int use) {
        return choices[(int) (grain.at(use, use) * choices.length)];
    }

    Colour cloth(Vector place) {
        double weave = 0.9 + 0.2 * grain.smooth(place.x() * 30, place.y() * 30);
        boolean striped = grain.at(5, 5) > 0.6;
        double stripe = striped && Math.floorMod((int) Math.floor(place.y() * 12), 2) == 0 ? 0.6 : 1;
        return cloth.times(weave * stripe);
    }

    Colour knit() {
        return oneOf(CLOTHES, 4);
    }

    /// A wall out of focus, with blurred shapes on it.
    ///
    /// @param x  0 to 1 across the picture
    /// @param y  0 to 1 down
    Colour background(double x, double y) {
        double slope =
                Math.clamp(0.5 + (x - 0.5) * (grain.at(6, 1) - 0.5) * 2 + (y - 0.5) * (grain.at(6, 2) - 0.3), 0, 1);
        Colour wall = first.mix(second, slope);
        double shapes = grain.smooth(x * 3.1, y * 2.3) + 0.5 * grain.smooth(x * 6.3 + 9, y * 5.1);
        double vignette = 1 - 0.35 * (Curve.square(x - 0.5) + Curve.square(y - 0.5));
        return wall.times((0.6 + 0.5 * shapes) * vignette);
    }
}
