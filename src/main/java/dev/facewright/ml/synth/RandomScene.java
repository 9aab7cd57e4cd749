package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Scene.Camera;
import dev.facewright.ml.synth.Scene.Expression;
import dev.facewright.ml.synth.Scene.Glasses;
import dev.facewright.ml.synth.Scene.Light;
import dev.facewright.ml.synth.Scene.Occlusion;
import dev.facewright.ml.synth.Scene.Pose;
import java.util.random.RandomGenerator;

/// How often everyday pictures show what.
final class RandomScene {
    private static final double WITH_GLASSES = 0.15;
    private static final double WITH_MASK = 0.04;
    private static final double WITH_HEADWEAR = 0.08;

    private RandomScene() {}

    static Scene draw(RandomGenerator random) {
        Draw draw = new Draw(random);
        return new Scene(
                pose(draw),
                light(draw),
                expression(draw),
                occlusion(draw),
                camera(draw),
                draw.seed(),
                draw.between(0, 5));
    }

    private static Pose pose(Draw draw) {
        return new Pose(draw.around(0, 38), draw.around(0, 16), draw.around(0, 14));
    }

    private static Light light(Draw draw) {
        return new Light(
                draw.around(0, 75),
                draw.around(25, 30),
                draw.between(0.55, 0.95),
                draw.between(0.2, 0.45),
                draw.around(0, 0.8));
    }

    private static Expression expression(Draw draw) {
        return new Expression(
                draw.around(0.25, 0.9),
                draw.chance(0.3) ? draw.between(0, 0.7) : 0,
                draw.around(0, 0.7),
                draw.chance(0.05) ? 0.9 : draw.between(0, 0.25),
                draw.around(0, 0.7),
                draw.around(0, 0.4));
    }

    private static Occlusion occlusion(Draw draw) {
        Glasses[] kinds = {Glasses.ROUND, Glasses.SQUARE, Glasses.ROUND, Glasses.SQUARE, Glasses.DARK};
        Glasses glasses = draw.chance(WITH_GLASSES) ? draw.oneOf(kinds) : Glasses.NONE;
        return new Occlusion(glasses, draw.chance(WITH_MASK), draw.chance(WITH_HEADWEAR));
    }

    private static Camera camera(Draw draw) {
        return new Camera(draw.between(0.29, 0.37), draw.around(0, 0.05), draw.around(0, 0.05));
    }
}
