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
/// That view has no memory: with a new consent someone is in it again. What was made from people therefore names the
/// consents it rests on (`LiveConsent`, from `ConsentLedger.holdLive`), and may be used for as long as none of these
/// has ended. `live_since` in the view tells since when someone has agreed without a break: whatever was taken under a
/// consent recorded before that is not revived. Sealed versions and benchmarks keep the earliest end of theirs in a
/// table (`dataset_version_term`, `benchmark_term`) that triggers of `consent_end` lower in the transaction which ends
/// a consent.
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
