package dev.facewright.ml.data;

import dev.facewright.ml.augment.Affine;
import dev.facewright.ml.augment.AugmentationStep;
import dev.facewright.ml.augment.CoarseDropout;
import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.augment.Cutout;
import dev.facewright.ml.augment.FaceMask;
import dev.facewright.ml.augment.FieldProblem;
import dev.facewright.ml.augment.GaussianBlur;
import dev.facewright.ml.augment.Grayscale;
import dev.facewright.ml.augment.JpegCompression;
import dev.facewright.ml.augment.LowResolution;
import dev.facewright.ml.augment.Mirror;
import dev.facewright.ml.augment.QuarterTurn;
import dev.facewright.ml.augment.RandomResizedCrop;
import dev.facewright.ml.augment.Sunglasses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// How much a crop may change each time it is shown to the network, as a recipe says it; `steps` is what runs.
///
/// @param flip  mirror every second crop left to right
/// @param brightness  see `ColourJitter`, as contrast and saturation
/// @param colourProbability  share of crops whose brightness, contrast and saturation change
/// @param rotationDegrees  see `Affine`, as scale and translation
/// @param blurProbability  share of crops that are blurred
/// @param blurLeastSigma  in pixels; see `GaussianBlur`
/// @param blurMostSigma  in pixels; see `GaussianBlur`
/// @param dropout  several small holes
public record Augmentation(
        boolean flip,
        double brightness,
        double contrast,
        double saturation,
        double colourProbability,
        double rotationDegrees,
        double scale,
        double translation,
        double blurProbability,
        double blurLeastSigma,
        double blurMostSigma,
        LowResolution lowResolution,
        JpegCompression jpeg,
        Grayscale grayscale,
        Cutout cutout,
        CoarseDropout dropout,
        FaceMask mask,
        Sunglasses sunglasses,
        QuarterTurn quarterTurn,
        RandomResizedCrop resizedCrop) {
    private static final double EVERY_SECOND = 0.5;
    private static final ColourJitter NO_COLOUR = new ColourJitter(1, 0, 0, 0);
    private static final Affine NO_MOVE = new Affine(1, 0, 0, 0);
    private static final GaussianBlur NO_BLUR = new GaussianBlur(0, 1, 1);

    /// The crop as it is.
    public static final Augmentation NONE = of();

    /// Mild: alignment already took the pose out, so geometry only blurs its precision.
    public static Augmentation defaults() {
        return AugmentationPreset.MILD.augmentation();
    }

    /// Strong: two views of one crop share little but the person.
    public static Augmentation contrastive() {
        return AugmentationPreset.CONTRASTIVE.augmentation();
    }

    /// At most one step of each kind; their order is always that of `steps`.
    ///
    /// @throws IllegalArgumentException if it cannot be said so: a mirror at another probability than 0.5, or an
    ///     affine step that is not applied to every crop
    public static Augmentation of(AugmentationStep... steps) {
        ColourJitter colour = find(steps, ColourJitter.class, NO_COLOUR);
        Affine affine = find(steps, Affine.class, NO_MOVE);
        GaussianBlur blur = find(steps, GaussianBlur.class, NO_BLUR);
        double mirrored = find(steps, Mirror.class, new Mirror(0)).probability();
        if ((mirrored != 0 && mirrored != EVERY_SECOND) || affine.probability() != 1) {
            throw new IllegalArgumentException("A recipe mirrors every second crop and moves all of them");
        }
        return new Augmentation(
                mirrored > 0,
                colour.brightness(),
                colour.contrast(),
                colour.saturation(),
                colour.probability(),
                affine.rotationDegrees(),
                affine.scale(),
                affine.translation(),
                blur.probability(),
                blur.leastSigma(),
                blur.mostSigma(),
                find(steps, LowResolution.class, LowResolution.NEVER),
                find(steps, JpegCompression.class, JpegCompression.NEVER),
                find(steps, Grayscale.class, Grayscale.NEVER),
                find(steps, Cutout.class, Cutout.NEVER),
                find(steps, CoarseDropout.class, CoarseDropout.NEVER),
                find(steps, FaceMask.class, FaceMask.NEVER),
                find(steps, Sunglasses.class, Sunglasses.NEVER),
                find(steps, QuarterTurn.class, QuarterTurn.NEVER),
                find(steps, RandomResizedCrop.class, RandomResizedCrop.NEVER));
    }

    /// What changes a crop, in its order: what is worn, then where the face lies, then light, camera and holes.
    public List<AugmentationStep> steps() {
        return List.of(
                sunglasses,
                mask,
                resizedCrop,
                new Mirror(flip ? EVERY_SECOND : 0),
                quarterTurn,
                affine(),
                colour(),
                grayscale,
                blur(),
                lowResolution,
                jpeg,
                cutout,
                dropout);
    }

    /// What is wrong with it, by the names of its fields; empty when nothing is.
    public List<FieldProblem> problems() {
        return Stream.of(
                        named(colour(), name -> name.equals("probability") ? "colourProbability" : name),
                        named(affine(), UnaryOperator.identity()),
                        named(
                                blur(),
                                name -> "blur" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)),
                        named(lowResolution, name -> "lowResolution." + name),
                        named(jpeg, name -> "jpeg." + name),
                        named(grayscale, name -> "grayscale." + name),
                        named(cutout, name -> "cutout." + name),
                        named(dropout, name -> "dropout." + name),
                        named(mask, name -> "mask." + name),
                        named(sunglasses, name -> "sunglasses." + name),
                        named(quarterTurn, name -> "quarterTurn." + name),
                        named(resizedCrop, name -> "resizedCrop." + name))
                .flatMap(Function.identity())
                .toList();
    }

    private ColourJitter colour() {
        return new ColourJitter(colourProbability, brightness, contrast, saturation);
    }

    private Affine affine() {
        return new Affine(1, rotationDegrees, scale, translation);
    }

    private GaussianBlur blur() {
        return new GaussianBlur(blurProbability, blurLeastSigma, blurMostSigma);
    }

    private static Stream<FieldProblem> named(AugmentationStep step, UnaryOperator<String> path) {
        return step.problems().stream().map(problem -> problem.named(path.apply(problem.field())));
    }

    private static <S extends AugmentationStep> S find(AugmentationStep[] steps, Class<S> kind, S otherwise) {
        return Arrays.stream(steps)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElse(otherwise);
    }
}
