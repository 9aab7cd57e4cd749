package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.BrowShape;
import dev.facewright.ml.synth.SyntheticIdentity.Complexion;
import dev.facewright.ml.synth.SyntheticIdentity.EyeShape;
import dev.facewright.ml.synth.SyntheticIdentity.Hair;
import dev.facewright.ml.synth.SyntheticIdentity.Hair.Style;
import dev.facewright.ml.synth.SyntheticIdentity.HeadShape;
import dev.facewright.ml.synth.SyntheticIdentity.MouthShape;
import dev.facewright.ml.synth.SyntheticIdentity.NoseShape;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A person and a scene, of which single parameters can be changed by their path, such as `person.head.chinLength`.
record Sitting(SyntheticIdentity person, Scene scene) {
    static final int SIZE = 160;

    /// Everything as the records' comments have it "about"; nothing scattered over the skin, no beard.
    static final Sitting PLAIN = new Sitting(
            new SyntheticIdentity(
                    new HeadShape(0.71, 0.58, 0.29, 0.68, 0, 0.05, 0.03, 0.05, 0.5, 0.21),
                    new EyeShape(0.295, 0.03, 0.135, 0.074, 0.012, 0.06, Colour.coded(0x5a3a1e)),
                    new BrowShape(0.175, 0.175, 0.03, 0.035, 0.005, 0.8),
                    new NoseShape(0.37, 0.14, 0.25, 0.07, 0.10, 0.10, 0),
                    new MouthShape(-0.6, 0.235, 0.06, 0.08, 0.014, 0, Colour.coded(0x9c5a4f)),
                    new Complexion(Colour.coded(0xd39f78), 0.5, 0, 0, 0.5, 7),
                    new Hair(Style.CROPPED, Colour.coded(0x38261a), 0.58, 0.1, 0.09, 0, 0, 0)),
            Scene.frontal(3));

    FaceLayout layout() {
        return new FaceLayout(person, scene.expression());
    }

    FaceSurface surface() {
        return new FaceSurface(layout());
    }

    /// The 68 points in head units.
    Vector point(int landmark) {
        return Landmarks68.of(layout(), surface()).get(landmark);
    }

    Portrait portrait() {
        return new Portrait(SyntheticFace.render(person, scene, SIZE));
    }

    Sitting with(String path, Object value) {
        return (Sitting) changed(this, List.of(path.split("\\.")), value);
    }

    /// The paths of all parameters; a colour is one parameter.
    static List<String> parameters() {
        return parameters("", Sitting.class).toList();
    }

    private static Stream<String> parameters(String before, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord() && component.getType() != Colour.class
                        ? parameters(before + component.getName() + ".", component.getType())
                        : Stream.of(before + component.getName()));
    }

    private static Object changed(Object owner, List<String> path, Object value) {
        RecordComponent[] components = owner.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = Objects.requireNonNull(components[i].getAccessor().invoke(owner));
                if (components[i].getName().equals(path.getFirst())) {
                    found = true;
                    values[i] = path.size() == 1 ? value : changed(values[i], path.subList(1, path.size()), value);
                }
            }
            if (!found) {
                throw new IllegalArgumentException(owner.getClass() + " has no " + path.getFirst());
            }
            Constructor<?> constructor = owner.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
