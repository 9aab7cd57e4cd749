/// Who agreed to what: data subjects under pseudonyms, and the consents they gave and withdrew. Nothing
/// about a person is kept anywhere in the server without a consent recorded here.
///
/// The ledger is only added to: a consent ends by a row of `consent_end`, and what has to be deletable, its evidence,
/// lies beside it. The database refuses to change or delete what is recorded.
///
/// **Live consent** is defined once, in `db/consent`: `live_consent(at)` gives every person x purpose that is live at
/// that time, at most one row each. Any query that lists, counts or opens something about people joins it and hands
/// the application's clock in:
///
/// ```sql
/// join live_consent(:now) l on l.subject_id = image.subject_id and l.purpose = dataset.purpose
/// ```
///
/// Lists and counts of a hundred thousand people read the same ends of consent from beside what they are made of:
/// `subject_term` for lists of people, `live_dataset_subject(at)` of the datasets. The database keeps these in the
/// transaction that changes a consent and whoever reads them compares them with the clock, so they are as exact; still,
/// what
/// decides whether anything of a person may be opened or used asks `live_consent`.
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package dev.facewright.platform.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
