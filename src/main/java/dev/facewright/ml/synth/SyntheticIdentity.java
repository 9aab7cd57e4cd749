package dev.facewright.ml.synth;

/// A person who does not exist: shape and colours that stay the same from picture to picture.
public record SyntheticIdentity(
        HeadShape head,
        EyeShape eyes,
        BrowShape brows,
        NoseShape nose,
        MouthShape mouth,
        Complexion complexion,
        Hair hair) {
    /// The person of this seed; other seeds give other people.
    public static SyntheticIdentity of(long seed) {
        return RandomIdentity.draw(seed);
    }

    /// The skull, in head units: 1 is half the height from chin to crown.
    ///
    /// @param cheekWidth  half the width at the cheekbones, about 0.70
    /// @param jawWidth  half the width at the corners of the jaw, about 0.56
    /// @param chinWidth  half the width of the chin, about 0.27
    /// @param templeWidth  half the width at the temples, about 0.68
    /// @param chinLength  how far the chin reaches below its usual place, about 0
    /// @param chinForward  how far the chin stands out, about 0.05
    /// @param browRidge  how far the bone above the eyes stands out, about 0.03
    /// @param cheekbone  how far the cheekbones stand out, about 0.05
    /// @param fullness  flesh of the cheeks, 0 lean to 1 round
    /// @param earSize  half the height of an ear, about 0.2
    public record HeadShape(
            double cheekWidth,
            double jawWidth,
            double chinWidth,
            double templeWidth,
            double chinLength,
            double chinForward,
            double browRidge,
            double cheekbone,
            double fullness,
            double earSize) {}

    /// Both eyes, in head units, and the colour of the iris.
    ///
    /// @param spacing  from the middle of the face to the middle of an eye, about 0.30
    /// @param height  of the eyes above the middle of the head, about 0.03
    /// @param halfWidth  from the middle of an eye to a corner, about 0.135
    /// @param opening  from the middle line to the upper lid, about 0.06
    /// @param slant  how much higher the outer corner is than the middle, and the inner one lower, about 0.01
    /// @param depth  how deep the eyes lie in their sockets, about 0.06
    /// @param iris  colour
    public record EyeShape(
            double spacing, double height, double halfWidth, double opening, double slant, double depth, Colour iris) {}

    /// Both eyebrows, in head units.
    ///
    /// @param height  above the middle of the eye, about 0.17
    /// @param halfLength  from the middle of a brow to an end, about 0.17
    /// @param thickness  half the thickness at the inner end, about 0.03
    /// @param arch  how much the middle is higher than the ends, about 0.04
    /// @param slant  how much the outer end is raised and the inner one lowered, about 0
    /// @param density  0 hardly visible to 1 black
    public record BrowShape(
            double height, double halfLength, double thickness, double arch, double slant, double density) {}

    /// The nose, in head units.
    ///
    /// @param length  from the middle of the eyes down to the base, about 0.36
    /// @param halfWidth  half the width at the nostrils, about 0.14
    /// @param projection  how far the tip stands out of the face, about 0.26
    /// @param bridgeWidth  half the width of the bridge, about 0.07
    /// @param bridgeHeight  how far the bridge stands out between the eyes, about 0.10
    /// @param tipSize  radius of the tip, about 0.10
    /// @param tipLift  how much the tip points upwards, about 0
    public record NoseShape(
            double length,
            double halfWidth,
            double projection,
            double bridgeWidth,
            double bridgeHeight,
            double tipSize,
            double tipLift) {}

    /// The mouth at rest, in head units.
    ///
    /// @param height  of the line between the lips, above the middle of the head, about -0.60
    /// @param halfWidth  about 0.23
    /// @param upperLip  thickness of the upper lip, about 0.05
    /// @param lowerLip  thickness of the lower lip, about 0.07
    /// @param bow  depth of the notch in the upper lip, about 0.015
    /// @param curve  how much the corners are higher than the middle, about 0
    /// @param lips  colour
    public record MouthShape(
            double height, double halfWidth, double upperLip, double lowerLip, double bow, double curve, Colour lips) {}

    /// The skin.
    ///
    /// @param skin  colour
    /// @param blush  redness of cheeks and nose, 0 to 1
    /// @param freckles  share of the cheeks they cover, 0 to 1
    /// @param moles  how many there are; their places follow from `pattern`
    /// @param folds  depth of the lines from nose to mouth, 0 to 1
    /// @param pattern  seed of everything that is scattered over the skin
    public record Complexion(Colour skin, double blush, double freckles, int moles, double folds, long pattern) {}

    /// Hair of head and face.
    ///
    /// @param hairline  height above the middle of the head where the forehead ends, about 0.62
    /// @param temples  how far the hairline draws back at the temples, about 0.1
    /// @param volume  thickness over the skull, about 0.08
    /// @param parting  where the fringe divides, in [-1, 1]; 0 is the middle
    /// @param beard  0 none to 1 full
    /// @param moustache  0 none to 1 full
    public record Hair(
            Style style,
            Colour colour,
            double hairline,
            double temples,
            double volume,
            double parting,
            double beard,
            double moustache) {
        public enum Style {
            BALD,
            CROPPED,
            SHORT,
            FRINGE,
            BOB,
            LONG,
            BUN
        }
    }
}
