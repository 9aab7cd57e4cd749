package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Mesh.Material;
import dev.facewright.ml.synth.SyntheticIdentity.Hair;
import java.util.ArrayList;
import java.util.List;

/// Hair on the skull, what hangs from it, and a cap over it.
final class HairMeshes {
    private static final Vector MIDDLE = new Vector(0, 0.1, -0.05);
    private static final double[] ANGLES = {0, 28, 50, 66, 80, 92, 108, 130, 180};

    private final FaceLayout face;
    private final Hair hair;
    private final Grain grain;

    HairMeshes(FaceLayout face) {
        this.face = face;
        this.hair = face.person.hair();
        this.grain = new Grain(face.person.complexion().pattern());
    }

    List<Mesh> meshes(boolean headwear) {
        List<Mesh> meshes = new ArrayList<>();
        if (headwear) {
            double[] edge = {0.46, 0.46, 0.44, 0.40, 0.34, 0.28, 0.2, 0.1, 0.05};
            meshes.add(cap(Material.KNIT, edge, 0.10, 0.07, 0));
        } else if (hair.style() != Hair.Style.BALD) {
            meshes.add(cap(Material.HAIR, edge(), hair.volume(), 0.3 * hair.volume(), 0.035));
        }
        switch (hair.style()) {
            case BOB -> meshes.add(curtain(-0.72));
            case LONG -> meshes.add(curtain(-1.5));
            case BUN -> {
                if (!headwear) {
                    meshes.add(bun());
                }
            }
            case BALD, CROPPED, SHORT, FRINGE -> {}
        }
        return meshes;
    }

    /// Heights at which hair begins, from the middle of the forehead round to the nape.
    private double[] edge() {
        double front = hair.hairline();
        double temple = front - 0.10 + hair.temples();
        boolean fringe = hair.style() == Hair.Style.FRINGE;
        double first = fringe ? face.browY + 0.10 : front;
        double second = fringe ? face.browY + 0.08 : front - 0.01 + 0.5 * hair.temples();
        double third = fringe ? face.browY + 0.02 : temple;
        double sideburn = hair.style() == Hair.Style.CROPPED ? 0.05 : -0.12;
        return new double[] {first, second, third, 0.28, sideburn, 0.02, -0.1, -0.42, -0.55};
    }

    /// @param edge  height of the lower edge at each of `ANGLES`
    /// @param top  thickness over the crown
    /// @param rim  thickness at the edge
    /// @param ragged  how uneven the edge is
    private Mesh cap(Material material, double[] edge, double top, double rim, double ragged) {
        return Mesh.of(material, 26, 72, MIDDLE, (row, column) -> {
            double turn = 2 * column - 1;
            double degrees = Math.abs(turn) * 180;
            double parted = material == Material.HAIR ? parting(degrees, turn) : 0;
            double low = Curve.through(ANGLES, edge, degrees) + ragged * (grain.smooth(turn * 40, 3) - 0.5) + parted;
            double even = 1 - (1 - row) * (1 - row);
            double y = Curve.mix(low, face.profile.top(), 1 - StrictMath.cos(even * Math.PI / 2));
            double thick = Curve.mix(rim, top, Curve.step(0, 0.45, row))
                    * Curve.mix(volumeAt(degrees), 1, Curve.step(0.35, 0.9, row));
            return outside(turn * Math.PI, y, thick);
        });
    }

    /// The hairline rises where the hair is parted.
    private double parting(double degrees, double turn) {
        boolean plain = hair.style() == Hair.Style.FRINGE || hair.style() == Hair.Style.CROPPED;
        return plain || degrees > 60 ? 0 : 0.05 * Curve.bump(Curve.square((turn * 3.6 - hair.parting()) / 0.45));
    }

    private double volumeAt(double degrees) {
        double sides = switch (hair.style()) {
            case CROPPED -> 0.45;
            case SHORT, FRINGE, BUN -> 0.8;
            default -> 1.0;
        };
        return Curve.mix(1.15, sides, Curve.step(30, 95, degrees));
    }

    /// A place over the skull: the skull at this height, moved away from its middle.
    private Vector outside(double angle, double y, double thickness) {
        double side = StrictMath.sin(angle);
        double width = face.profile.halfWidth(y);
        double z = Math.abs(angle) < Math.PI / 2
                ? face.profile.front(y) * HeadProfile.bend(Math.abs(side))
                : face.profile.back(y) * StrictMath.cos(angle);
        Vector skull = new Vector(width * side, y, z);
        return skull.plus(skull.minus(MIDDLE).unit().times(thickness));
    }

    /// Hair that hangs around the back from ear to ear.
    private Mesh curtain(double end) {
        double width = face.profile.halfWidth(0.1) + 0.45 * hair.volume() + 0.06;
        return Mesh.of(Material.HAIR, 24, 48, new Vector(0, -0.3, -0.2), (row, column) -> {
            double angle = Math.PI * Curve.mix(0.40, 1.60, column);
            double y = Curve.mix(end + 0.08 * grain.smooth(column * 24, 9), 0.42, row);
            double spread = 1 + 0.10 * Curve.step(0.3, -0.5, y) - 0.22 * Curve.step(-0.55, -1.3, y);
            double gather = 1 - 0.12 * Curve.step(0.1, 0.45, y);
            double wave = 1 + 0.02 * (grain.smooth(column * 30, y * 2) - 0.5);
            return new Vector(
                    width * spread * gather * wave * StrictMath.sin(angle),
                    y,
                    -0.10 + 0.78 * gather * StrictMath.cos(angle));
        });
    }

    private Mesh bun() {
        Vector middle = new Vector(0, 0.98, -0.42);
        double size = 0.22 + hair.volume();
        return Mesh.of(
                Material.HAIR,
                14,
                20,
                middle,
                (row, column) -> middle.plus(HeadMeshes.ball(row, column).times(size)));
    }
}
