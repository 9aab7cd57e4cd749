package dev.facewright.ml.synth;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.synth.Scene.Pose;
import java.util.List;

/// Puts the parts of one picture together: shapes, what is seen where, colours, sensor.
final class FaceRenderer {
    /// Samples per pixel in each direction, for smooth outlines.
    private static final int SAMPLES = 2;

    /// How much of the head's turn neck and shoulders follow.
    private static final double BODY_FOLLOWS = 0.3;

    private final Scene scene;
    private final int size;
    private final FaceLayout face;
    private final FaceSurface surface;
    private final View view;

    FaceRenderer(SyntheticIdentity identity, Scene scene, int size) {
        this.scene = scene;
        this.size = size;
        this.face = new FaceLayout(identity, scene.expression());
        this.surface = new FaceSurface(face);
        this.view = new View(scene.pose(), scene.camera(), size);
    }

    SyntheticFace render() {
        float[] landmarks = new float[136];
        List<Vector> points = Landmarks68.of(face, surface);
        for (int i = 0; i < points.size(); i++) {
            Vector seen = view.project(points.get(i));
            landmarks[2 * i] = (float) seen.x();
            landmarks[2 * i + 1] = (float) seen.y();
        }
        return new SyntheticFace(picture(), landmarks, five(landmarks));
    }

    private static Landmarks5 five(float[] all) {
        float[] xy = new float[10];
        for (int axis = 0; axis < 2; axis++) {
            xy[axis] = (all[2 * 36 + axis] + all[2 * 39 + axis]) / 2;
            xy[2 + axis] = (all[2 * 42 + axis] + all[2 * 45 + axis]) / 2;
            xy[4 + axis] = all[2 * 30 + axis];
            xy[6 + axis] = all[2 * 48 + axis];
            xy[8 + axis] = all[2 * 54 + axis];
        }
        return new Landmarks5(xy);
    }

    private RgbImage picture() {
        Raster raster = new Raster(size * SAMPLES);
        Pose pose = scene.pose();
        Pose bodyPose = new Pose(
                pose.yawDegrees() * BODY_FOLLOWS, pose.pitchDegrees() * 0.1, pose.rollDegrees() * BODY_FOLLOWS);
        HeadMeshes head = new HeadMeshes(face, surface);
        WornMeshes worn = new WornMeshes(face, surface);
        // Near parts first: what they hide is then cheap.
        draw(raster, worn.glasses(scene.occlusion().glasses()));
        if (scene.occlusion().mask()) {
            draw(raster, worn.mask());
        }
        draw(raster, new HairMeshes(face).meshes(scene.occlusion().headwear()));
        draw(raster, List.of(head.face(), head.ear(-1), head.ear(1), head.skull()));
        raster.draw(head.neck(), new View(bodyPose, scene.camera(), size), SAMPLES);
        return new Develop(raster, scene, size, SAMPLES).picture(paint());
    }

    private void draw(Raster raster, List<Mesh> meshes) {
        meshes.forEach(mesh -> raster.draw(mesh, view, SAMPLES));
    }

    private ScenePaint paint() {
        double pixel = 1 / (scene.camera().scale() * size);
        return new ScenePaint(face, surface, view, scene, Math.max(0.006, 0.55 * pixel));
    }
}
