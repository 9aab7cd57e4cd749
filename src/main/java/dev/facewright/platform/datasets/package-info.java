/// Images of people who consented: uploaded, checked, aligned, encrypted, and sealed into immutable
/// versions. Every read asks for the consent again, so that what a person takes back is out of sight at
/// once.
///
/// An image names the consent it was taken under, a sealed version the one it rests on for each person. A version may
/// be used while none of them has ended, by the clock of whoever asks; its row says `REVOKED` once somebody has heard
/// of it, which decides nothing. A later consent opens neither an old version nor an old image.
///
/// A picture of several people is one image of each of them, and belongs to all of them: `dataset_image_other` says who
/// else is on an image, with the end of their consent. `live_dataset_subject(at)` leaves out what is closed by others,
/// and whoever opens an image asks for everyone on it (`PeopleOnImages`).
///
/// Three layers, from the bottom: values (ids, views, events, refusals) stand on top and know no room; the rooms know
/// values and each other without circles; the services on top (`Datasets`, the catalogues) know the rooms.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "erasure", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.datasets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
