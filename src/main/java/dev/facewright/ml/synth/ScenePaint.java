package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Mesh.Material;

/// The colour of every part of the scene in its light.
final class ScenePaint {
    private static final Colour[] FRAMES = {Colour.coded(0x1b1a1c), Colour.coded(0x5a3420), Colour.coded(0x8d8f94)};
    private static final Colour[] MASKS = {Colour.coded(0x9cc3d8), Colour.coded(0xe8ebee), Colour.coded(0x2b2d31)};
    private static final Colour FLUSH = Colour.coded(0xb8504a);
    private static final Colour LENS = Colour.coded(0x16171a);
    private static final Material[] MATERIALS = Material.values();

    private final FaceLayout face;
    private final FaceSurface surface;
    private final View view;
    private final Shade shade;
    private final Vector lamp;
    private final SkinPaint skin;
    private final EyePaint eyes;
    private final MouthPaint mouth;
    private final Grain grain;
    private final Wardrobe wardrobe;
    private final boolean shadedBrow;

    ScenePaint(FaceLayout face, FaceSurface surface, View view, Scene scene, double soft) {
        this.face = face;
        this.surface = surface;
        this.view = view;
        this.shade = new Shade(scene.light());
        this.lamp = view.inverse(shade.lamp());
        this.skin = new SkinPaint(face, soft);
        this.eyes = new EyePaint(face, soft, lamp);
        this.mouth = new MouthPaint(face, soft);
        this.grain = new Grain(face.person.complexion().pattern() + 3);
        this.wardrobe = new Wardrobe(scene.backdrop());
        this.shadedBrow = scene.occlusion().headwear();
    }

    /// @param part  ordinal of the material
    /// @param place  in the part's own directions
    /// @param normal  in the picture's directions
    Colour at(int part, Vector place, Vector normal) {
        return switch (MATERIALS[part]) {
            case FACE -> face(place, normal);
            case SKIN -> shade.skin(face.person.complexion().skin(), normal, 1, 1, 0.12);
            case EAR -> ear(place, normal);
            case NECK -> neck(place, normal);
            case HAIR -> hair(place, normal);
            case KNIT -> knit(place, normal);
            case FRAME -> glossy(wardrobe.oneOf(FRAMES, 11), normal, 0.5);
            case DARK_LENS ->
                glossy(LENS.mix(LENS.times(4), Curve.step(0.1, -0.12, place.y() - face.eyeY)), normal, 0.35);
            case MASK -> mask(place, normal);
        };
    }

    private Colour face(Vector place, Vector meshNormal) {
        double x = place.x();
        double y = place.y();
        double rim = Curve.step(0.75, 0.95, Math.abs(x) / Math.max(0.05, face.profile.halfWidth(y)));
        Vector fine = view.direction(surface.normal(x, y));
        Vector normal = fine.times(1 - rim).plus(meshNormal.times(rim)).unit();
        Spot spot = mouth.paint(eyes.paint(skin.at(x, y), x, y), x, y);
        double hairShadow = 0.45 * Curve.step(0.06, -0.02, (shadedBrow ? 0.42 : hairEdge(x)) - y);
        double lit = Curve.mix(surface.lit(x, y, lamp), 1, rim) * (1 - hairShadow);
        Colour seen = shade.skin(spot.albedo(), normal, lit, spot.open() * (1 - 0.5 * hairShadow), spot.gloss());
        return seen.mix(new Colour(1, 1, 1), spot.glint());
    }

    private double hairEdge(double x) {
        return switch (face.person.hair().style()) {
            case BALD -> 2;
            case FRINGE -> face.browY + 0.08;
            default -> face.person.hair().hairline() - 0.02 - 0.3 * x * x;
        };
    }

    private Colour ear(Vector place, Vector normal) {
        double hollow = 0.4 * Curve.bump(Curve.square((place.y() - face.eyeY + 0.13) / 0.12));
        Colour albedo = face.person.complexion().skin().mix(FLUSH, 0.14);
        return shade.skin(albedo, normal, 1 - hollow, 1 - hollow, 0.08);
    }

    private Colour neck(Vector place, Vector normal) {
        double collar = -1.40 - 0.10 * Curve.step(0.5, 0, Math.abs(place.x()));
        if (place.y() < collar) {
            return shade.matt(wardrobe.cloth(place), normal, 1);
        }
        double below = face.profile.chin() - 0.06;
        double shadow = 0.75 * Curve.step(below - 0.30, below + 0.04, place.y());
        double seam = 0.35 * Curve.step(collar + 0.05, collar, place.y());
        return shade.skin(
                face.person.complexion().skin().times(0.94 - seam), normal, 1 - shadow, 1 - 0.6 * shadow, 0.06);
    }

    private Colour hair(Vector place, Vector normal) {
        double angle = place.x() * 2.2 + (place.z() < 0 ? 7 : 0) + place.z();
        double strand =
                0.55 + 0.6 * grain.smooth(angle * 22, place.y() * 2.5) + 0.3 * grain.smooth(angle * 60, place.y() * 4);
        double inside = 0.5 * Curve.step(0.1, -0.5, place.y()) * Curve.step(0.05, -0.25, normal.z());
        Colour albedo = face.person.hair().colour().times(strand);
        double band = shade.highlight(normal, 3) * (0.4 + grain.smooth(angle * 40, 1));
        Colour matt = shade.matt(albedo, normal.z() < 0 ? normal.times(-1) : normal, 0.8 - inside);
        return matt.mix(face.person.hair().colour().mix(new Colour(1, 1, 1), 0.35), 0.22 * band * (1 - inside));
    }

    private Colour knit(Vector place, Vector normal) {
        double rib = 0.78 + 0.3 * Curve.square(2 * grainless(place.x() * 9 + place.z() * 5) - 1);
        boolean hem = place.y() < 0.56;
        return shade.matt(wardrobe.knit().times(hem ? rib * 0.85 : rib), normal, 1);
    }

    private static double grainless(double x) {
        return x - Math.floor(x);
    }

    private Colour mask(Vector place, Vector normal) {
        double fold = grainless((place.y() - face.mouthY) * 5);
        double pleat = 1 - 0.22 * Curve.bump(Curve.square((fold - 0.5) / 0.22));
        return shade.matt(wardrobe.oneOf(MASKS, 13).times(pleat), normal, 1);
    }

    private Colour glossy(Colour albedo, Vector normal, double strength) {
        Vector seen = normal.z() < 0 ? normal.times(-1) : normal;
        return shade.matt(albedo, seen, 1).mix(new Colour(1, 1, 1), strength * shade.highlight(seen, 5));
    }
}
