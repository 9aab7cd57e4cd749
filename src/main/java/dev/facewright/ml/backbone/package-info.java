/// Builders of networks with fresh, seeded weights.
/// The next backbone is one new file here and one line in `Backbones`.
///
/// At width 1, 512 dimensions, PReLU and patches of 8 pixels, for one face of 112 pixels; the parameters and
/// multiply-accumulates are tested against the papers' or the reference's, and `Blueprint.cost` works them out
/// for any other size:
///
/// | backbone | million parameters | million multiply-accumulates | float32, MB |
/// |---|---|---|---|
/// | `mobilefacenet` | 1.20 | 221 | 4.9 |
/// | `mobilefacenet-small`, at 128 dimensions | 0.21 | 47 | 0.86 |
/// | `iresnet-18` | 24.0 | 2,610 | 96 |
/// | `iresnet-34` | 34.1 | 4,460 | 137 |
/// | `iresnet-50` | 43.6 | 6,309 | 175 |
/// | `iresnet-100` | 65.2 | 12,090 | 261 |
/// | `mobilenetv3-small` | 1.25 | 55 | 5.1 |
/// | `mobilenetv3-large` | 3.51 | 215 | 14 |
/// | `vit-tiny` | 12.7 | 1,232 | 51 |
/// | `vit-small` | 50.5 | 4,559 | 202 |
/// | `vit-base` | 201 | 17,500 | 805 |
@NullMarked
package dev.facewright.ml.backbone;

import org.jspecify.annotations.NullMarked;
