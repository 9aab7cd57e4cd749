package dev.facewright.platform.consent;

import static dev.facewright.platform.Eventually.eventually;
import static dev.facewright.platform.consent.People.to;
import static dev.facewright.platform.consent.Purpose.EVALUATION;
import static dev.facewright.platform.consent.Purpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.kernel.PageView;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists of people are always what their consents are.
@FacewrightTest
class SubjectListsTest {
    /// What a list says of someone, and what follows from the consents themselves.
    private static final String DIFFERENT = """
            select count(*) from data_subject s left join subject_term t on t.subject_id = s.id
            where (t.registered_at, t.erased, t.live_until) is distinct from (s.registered_at, s.erased_at is not null,
                (select coalesce(max(case
                    when exists (select from consent_end e where e.consent_id = c.id) or s.erasure_started_at is not null then '-infinity'
                    else coalesce(c.expires_at, 'infinity') end), '-infinity')
                 from consent c where c.subject_id = s.id))
            """;

    private final ConsentLedger ledger;
    private final Subjects subjects;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final People people;
    private final String prefix = "list-" + UUID.randomUUID() + "-";

    SubjectListsTest(ConsentLedger ledger, Subjects subjects, TestClock clock, JdbcClient jdbc, DataSource server) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.clock = clock;
        this.jdbc = jdbc;
        this.owner = DatabaseOwner.of(server).jdbc();
        this.people = new People(ledger, subjects, clock);
    }

    @Test
    void everyoneIsOnOnePageTheLatestRegisteredFirst() {
        List<SubjectId> registered =
                IntStream.range(0, 7).mapToObj(i -> someone(null)).toList();
        assertThat(inPagesOf(3, prefix, SubjectStatus.LIVE)).isEqualTo(registered.reversed());
        assertThat(inPagesOf(2, prefix.toUpperCase(Locale.ROOT), null)).isEqualTo(registered.reversed());
        assertThat(inPagesOf(3, "", null))
                .doesNotHaveDuplicates()
                .hasSize(count("select count(*) from data_subject"))
                .containsSubsequence(registered.reversed());
        assertThat(subjects.search(prefix, null, 3, 3)).satisfies(past -> {
            assertThat(past.items()).isEmpty();
            assertThat(past.total()).isEqualTo(7);
        });
    }

    @Test
    void whoeverRegisteredAtOneTimeIsMissedByNoPage() {
        List<SubjectId> registered =
                IntStream.range(0, 5).mapToObj(i -> someone(null)).toList();
        owner.sql("update subject_term set registered_at = '2026-01-01' where subject_id in (:ids)")
                .param("ids", registered.stream().map(SubjectId::value).toList())
                .update();
        owner.sql("update data_subject set registered_at = '2026-01-01' where id in (:ids)")
                .param("ids", registered.stream().map(SubjectId::value).toList())
                .update();
        assertThat(inPagesOf(2, prefix, null)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(registered);
        assertThat(inPagesOf(2, "", SubjectStatus.LIVE)).doesNotHaveDuplicates().containsAll(registered);
    }

    @Test
    void aStatusFollowsTheConsentsAtOnceAndTheClock() {
        SubjectId always = someone(null);
        SubjectId soonOver = someone(Duration.ofMinutes(5));
        SubjectId withdrawn = someone(null);
        people.withdraws(withdrawn);
        assertThat(inPagesOf(9, prefix, SubjectStatus.LIVE)).containsExactly(soonOver, always);
        long live = subjects.count(SubjectStatus.LIVE);
        long ending = endingNow();

        clock.advance(Duration.ofMinutes(6));

        assertThat(inPagesOf(9, prefix, SubjectStatus.LIVE)).containsExactly(always);
        assertThat(inPagesOf(9, prefix, SubjectStatus.ENDED)).contains(soonOver);
        assertThat(subjects.count(SubjectStatus.LIVE)).isEqualTo(live - ending).isLessThan(live);

        people.alsoAgrees(soonOver, to(EVALUATION));
        assertThat(inPagesOf(9, prefix, SubjectStatus.LIVE)).containsExactly(soonOver, always);
        assertThat(inPagesOf(9, prefix, SubjectStatus.ENDED)).doesNotContain(soonOver);
    }

    @Test
    void whoeverIsErasedIsListedAsThat() {
        SubjectId gone = someone(null);
        people.withdraws(gone);
        eventually(() -> assertThat(subjects.get(gone).status()).isEqualTo(SubjectStatus.ERASED));
        assertThat(inPagesOf(200, "", SubjectStatus.ERASED)).containsOnlyOnce(gone);
        assertThat(inPagesOf(200, "", SubjectStatus.ENDED)).doesNotContain(gone);
        assertThat(subjects.count(SubjectStatus.ERASED))
                .isEqualTo(count("select count(*) from data_subject where erased_at is not null"));
    }

    @Test
    void manyWhoGrantAndWithdrawAtOnceLeaveWhatTheirConsentsSay() throws Exception {
        List<SubjectId> some =
                IntStream.range(0, 4).mapToObj(i -> someone(null)).toList();
        some.forEach(subject -> people.alsoAgrees(subject, to(EVALUATION)));
        List<Callable<Object>> changes = Stream.concat(
                        IntStream.range(0, 12)
                                .<Callable<Object>>mapToObj(
                                        i -> () -> people.alsoAgrees(some.get(i % 4), to(TRAINING, EVALUATION))),
                        some.stream().<Callable<Object>>map(subject -> () -> {
                            people.withdraws(subject);
                            return subject;
                        }))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> change : threads.invokeAll(changes)) {
                change.get();
            }
        }
        assertThat(count(DIFFERENT)).isZero();
    }

    @Test
    void ofTwoConsentsGivenAtOnceTheLongerCounts() throws Exception {
        SubjectId alice = someone(Duration.ofMinutes(5));
        String record = "with given as (insert into consent (id, subject_id, notice_version, notice_language, method,"
                + " given_at, expires_at, recorded_at) select gen_random_uuid(), subject_id, notice_version,"
                + " notice_language, method, given_at, expires_at + cast(:longer as interval), recorded_at"
                + " from consent where subject_id = :subject order by expires_at limit 1 returning id)"
                + " insert into consent_purpose select id, 'TRAINING' from given";
        List<Callable<Object>> changes = IntStream.range(0, 16)
                .<Callable<Object>>mapToObj(i -> () -> jdbc.sql(record)
                        .param("longer", i + " days")
                        .param("subject", alice.value())
                        .update())
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> change : threads.invokeAll(changes)) {
                change.get();
            }
        }
        assertThat(count(DIFFERENT)).isZero();
    }

    private SubjectId someone(@Nullable Duration time) {
        return ledger.register(
                new NewSubject(prefix + UUID.randomUUID().toString().substring(0, 8), given(time)));
    }

    private NewConsent given(@Nullable Duration time) {
        return people.consent(to(TRAINING), time);
    }

    /// Who agrees to something now and to nothing in six minutes.
    private long endingNow() {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("select count(*) from subject_term where live_until > :now and live_until <= cast(:now as"
                        + " timestamptz) + interval '6 minutes'")
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    private List<SubjectId> inPagesOf(int size, String code, @Nullable SubjectStatus status) {
        List<SubjectId> all = new ArrayList<>();
        PageView<SubjectView> page = subjects.search(code, status, 0, size);
        all.addAll(ids(page));
        while (page.hasNext()) {
            page = subjects.search(code, status, page.page() + 1, size);
            all.addAll(ids(page));
        }
        assertThat((long) all.size()).isEqualTo(page.total());
        return all;
    }

    private static List<SubjectId> ids(PageView<SubjectView> page) {
        return page.items().stream().map(SubjectView::id).toList();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
