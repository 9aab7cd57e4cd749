package dev.facewright.ml.synth;

import dev.facewright.ml.image.RgbImage;

/// From samples to pixels: parts that share a pixel are mixed by how much of it they cover.
final class Develop {
    private static final double KNEE = 0.7;

    private final Raster raster;
    private final Scene scene;
    private final int size;
    private final int samples;
    private final Wardrobe wardrobe;
    private final Grain sensor;

    Develop(Raster raster, Scene scene, int size, int samples) {
        this.raster = raster;
        this.scene = scene;
        this.size = size;
        this.samples = samples;
        this.wardrobe = new Wardrobe(scene.backdrop());
        this.sensor = new Grain(scene.backdrop() ^ 0x5eed);
    }

    RgbImage picture(ScenePaint paint) {
        RgbImage image = RgbImage.black(size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                expose(image.pixels(), x, y, pixel(paint, x, y));
            }
        }
        return image;
    }

    private Colour pixel(ScenePaint paint, int x, int y) {
        Colour sum = new Colour(0, 0, 0);
        int done = 0;
        int all = samples * samples;
        for (int i = 0; i < all; i++) {
            if ((done & 1 << i) != 0) {
                continue;
            }
            int part = raster.parts[place(x, y, i)];
            int same = 0;
            for (int j = i; j < all; j++) {
                same |= raster.parts[place(x, y, j)] == part ? 1 << j : 0;
            }
            done |= same;
            Colour colour = part < 0
                    ? wardrobe.background((x + 0.5) / size, (y + 0.5) / size)
                    : paint.at(part, mean(x, y, same, 0), mean(x, y, same, 3).unit());
            sum = sum.mix(colour, (double) Integer.bitCount(same) / Integer.bitCount(done));
        }
        return sum;
    }

    private int place(int x, int y, int sample) {
        return (y * samples + sample / samples) * raster.side + x * samples + sample % samples;
    }

    private Vector mean(int x, int y, int chosen, int offset) {
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        for (int i = 0; i < samples * samples; i++) {
            if ((chosen & 1 << i) != 0) {
                int value = place(x, y, i) * Raster.VALUES + offset;
                sumX += raster.values[value];
                sumY += raster.values[value + 1];
                sumZ += raster.values[value + 2];
            }
        }
        int count = Integer.bitCount(chosen);
        return new Vector(sumX / count, sumY / count, sumZ / count);
    }

    private void expose(byte[] pixels, int x, int y, Colour colour) {
        int place = (y * size + x) * 3;
        double noise = scene.noise() == 0 ? 0 : 0.7 * sensor.bell(x, y);
        pixels[place] = level(colour.red(), noise, x, y, 1);
        pixels[place + 1] = level(colour.green(), noise, x, y, 2);
        pixels[place + 2] = level(colour.blue(), noise, x, y, 3);
    }

    /// Bright places fade towards white instead of breaking off.
    private static double shoulder(double linear) {
        double over = Math.max(0, linear - KNEE) / (1 - KNEE);
        return over == 0 ? Math.max(0, linear) : KNEE + (1 - KNEE) * over / (1 + over);
    }

    private byte level(double linear, double noise, int x, int y, int channel) {
        double own = scene.noise() == 0 ? 0 : 0.7 * sensor.bell(x + 4096 * channel, y);
        double coded = 255 * Math.sqrt(shoulder(linear)) + scene.noise() * (noise + own);
        return (byte) (int) Math.clamp(coded + 0.5, 0, 255);
    }
}
