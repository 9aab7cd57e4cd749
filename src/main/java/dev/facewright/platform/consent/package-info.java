/// Who agreed to what: data subjects under pseudonyms, and the consents they gave and withdrew. Nothing
/// about a person is kept anywhere in the server without a consent recorded here.
///
/// **Live consent** is defined once, in `db/consent`: `live_consent(at)` gives every person x purpose that is live at
/// that time, at most one row each. Any query that lists, counts or opens something about people joins it and hands
/// the application's clock in:
///
/// ```sql
/// join live_consent(:now) l on l.subject_id = image.subject_id and l.purpose = dataset.purpose
/// ```
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package dev.facewright.platform.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
