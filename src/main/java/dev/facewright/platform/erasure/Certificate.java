package dev.facewright.platform.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is signed: four classes of places, and what was looked through. No personal data: the person is named by a
/// commitment that they alone can open.
///
/// @param type  of this form, with its version
/// @param issuer  as the installation is called by its operator
/// @param requestedBy  `CONSENT_ENDED`, `TWO_PEOPLE`, or `ONE_PERSON` where nobody else was asked
public record Certificate(
        String type,
        UUID certificate,
        String issuer,
        Instant issuedAt,
        Subject subject,
        String requestedBy,
        Instant begunAt,
        Instant keyDestroyedAt,
        Instant erasedAt,
        List<Destroyed> destroyedNow,
        List<Sealed> sealedUntil,
        List<Kept> kept,
        List<OutOfReach> outOfReach,
        Looked lookedThrough) {
    static final String TYPE = "facewright.erasure-certificate/1";
    static final String MEDIA_TYPE = "application/vnd.facewright.erasure-certificate+json";

    /// @param commitment  HMAC-SHA-256 in hexadecimal of `facewright.subject/1`, a line feed and the pseudonym, under
    /// the
    ///     secret of the person's receipt
    public record Subject(String commitment, String scheme) {}

    /// Gone at `erasedAt`.
    ///
    /// @param what  `key`, `images`, `objects`, ...
    public record Destroyed(String what, long count) {}

    /// Unreadable since `unreadableSince`, whoever has it; the bytes themselves go by the date.
    ///
    /// @param where  `database-pages`, `write-ahead-log`, `backups`
    /// @param until  null where nothing says when the bytes are overwritten
    /// @param keyGenerations  whose destruction sealed it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sealed(
            String where,
            @Nullable Instant unreadableSince,
            @Nullable Instant until,
            List<Integer> keyGenerations) {}

    /// Ids and dates that stay.
    ///
    /// @param where  the column
    /// @param what  `SUBJECT` for the person's id, `IMAGE` for ids of pictures, `KEYED_HASH` for what tells
    ///     evidence again to whoever has it
    /// @param reason  a `KeptTraces.Why`
    /// @param basis  the law that lets it stay
    /// @param until  null for what goes with a task that is under way
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            String where,
            String what,
            long count,
            String reason,
            String basis,
            @Nullable LocalDate until) {}

    /// What this server cannot delete.
    ///
    /// @param kind  `bundle`, `replicas`, `unattributed`, `temporary-files-of-other-servers`
    /// @param what  by ids
    /// @param takenAt  when somebody took it
    /// @param holder  the account or token that did
    /// @param toldAt  when the holder fetched the news; null while they have not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutOfReach(
            String kind,
            String what,
            @Nullable Instant takenAt,
            @Nullable String holder,
            @Nullable Instant toldAt) {}

    /// @param codeLookedFor  false for a pseudonym so short that it stands anywhere by chance
    public record Looked(
            Instant from,
            Instant to,
            int tables,
            long rows,
            long objects,
            long temporaryFiles,
            boolean codeLookedFor,
            long unexplained) {}
}
