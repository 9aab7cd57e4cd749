package dev.facewright.platform.statuslist;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.Waiting;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.Signatures;
import dev.facewright.platform.signing.SigningKeys;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
class StatusListsTest {
    private final StatusLists lists;
    private final StatusLists otherNode;
    private final StatusEntryRepository entries;
    private final Signatures signatures;
    private final SigningKeys keys;
    private final ModelRegistry models;
    private final Listed listed;
    private final Scene scene;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TestClock clock;
    private final Waiting waiting;
    private final TestSession session;
    private final JsonMapper json;

    StatusListsTest(
            StatusLists lists,
            AutowireCapableBeanFactory beans,
            StatusEntryRepository entries,
            Signatures signatures,
            SigningKeys keys,
            ModelRegistry models,
            ExportBundles exports,
            Scene scene,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            TestClock clock,
            Waiting waiting,
            TestSession session,
            JsonMapper json) {
        this.lists = lists;
        this.otherNode = beans.createBean(StatusLists.class);
        this.entries = entries;
        this.signatures = signatures;
        this.keys = keys;
        this.models = models;
        this.listed = new Listed(scene, models, exports);
        this.scene = scene;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.waiting = waiting;
        this.session = session;
        this.json = json;
    }

    @Test
    void everyNodesListFlipsAtTheCommitOfAWithdrawalThatNobodyElseHeardOf() {
        SubjectId alice = scene.someone();
        DatasetVersionId version = listed.version(alice, scene.someone());
        ModelVersionId model = listed.trainedOn(version, null);
        ModelVersionId child = listed.trainedOn(listed.version(scene.someone(), scene.someone()), model);
        ModelVersionId apart = listed.trainedOn(listed.version(scene.someone(), scene.someone()), null);
        var places = List.of(place(model), place(child), place(apart));
        assertThat(states(lists, places)).containsExactly("valid", "valid", "valid");
        assertThat(states(otherNode, places)).containsExactly("valid", "valid", "valid");
        long before = otherNode.current().times().sequence();

        People.withdrawsUnheard(jdbc, alice);

        assertThat(states(otherNode, places)).containsExactly("revoked", "revoked", "valid");
        assertThat(otherNode.current().times().sequence()).isGreaterThan(before);
        assertThat(states(lists, places)).containsExactly("revoked", "revoked", "valid");
        assertThat(lists.current().times().sequence())
                .as("one list for all nodes")
                .isEqualTo(otherNode.current().times().sequence());
    }

    @Test
    void aConsentThatRunsOutIsSeenByTheClockAlone() {
        SubjectId bob = scene.people().whoAgreesFor(Duration.ofHours(5), People.to(Purpose.TRAINING));
        StatusId place = place(listed.trainedOn(listed.version(bob, scene.someone()), null));
        assertThat(states(lists, List.of(place))).containsExactly("valid");

        clock.advance(Duration.ofHours(5));

        assertThat(states(lists, List.of(place))).containsExactly("revoked");
    }

    @Test
    void aModelTakenOutOfUseByHandIsRevokedToo() {
        ModelVersionId model = listed.trainedOn(listed.version(scene.someone(), scene.someone()), null);
        StatusId place = place(model);

        models.quarantine(model, "manual");

        assertThat(states(lists, List.of(place)))
                .as("for good, and not to be told from one whose people withdrew")
                .containsExactly("revoked");
    }

    @Test
    void numbersOnlyGrowWhicheverNodeSignsAndALaterOneNeverTakesARevocationBack() throws InterruptedException {
        SubjectId alice = scene.someone();
        StatusId place = place(listed.trainedOn(listed.version(alice, scene.someone()), null));
        List<long[]> seen = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> looks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                StatusLists node = i % 2 == 0 ? lists : otherNode;
                boolean withdraws = i == 32;
                looks.add(() -> {
                    if (withdraws) {
                        People.withdrawsUnheard(jdbc, alice);
                    }
                    SignedList list = node.current();
                    String state =
                            document(list).get("states").get(place.value()).asString();
                    seen.add(new long[] {list.times().sequence(), state.equals("revoked") ? 1 : 0});
                    return null;
                });
            }
            threads.invokeAll(looks)
                    .forEach(look -> assertThat(look.resultNow()).isNull());
        }
        long firstRevoked = seen.stream()
                .filter(each -> each[1] == 1)
                .mapToLong(each -> each[0])
                .min()
                .orElseThrow();
        assertThat(seen).allSatisfy(each -> assertThat(each[1] == 1).isEqualTo(each[0] >= firstRevoked));
    }

    @Test
    void whoSignsWaitsForTheOneBeforeAndLooksOnlyThen() {
        SubjectId alice = scene.someone();
        StatusId place = place(listed.trainedOn(listed.version(alice, scene.someone()), null));
        Future<String> asked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = requireNonNull(transactions.execute(holding -> {
                jdbc.sql("select sequence from model_status_list for update")
                        .query(Long.class)
                        .single();
                clock.advance(Duration.ofMinutes(1)); // so that a new one has to be signed
                var asking =
                        threads.submit(() -> states(otherNode, List.of(place)).getFirst());
                waiting.untilHeldBack(1);
                CompletableFuture.runAsync(() -> People.withdrawsUnheard(jdbc, alice), threads)
                        .join();
                return asking;
            }));
        }
        assertThat(asked.resultNow()).isEqualTo("revoked");
    }

    @Test
    void aListIsKeptForHalfItsTimeAndThenSignedAnew() {
        SignedList first = lists.current();
        assertThat(lists.current().times()).isEqualTo(first.times());
        clock.advance(Duration.ofSeconds(31));
        SignedList second = lists.current();
        assertThat(second.times().sequence()).isGreaterThan(first.times().sequence());
        assertThat(second.times().nextUpdate())
                .isEqualTo(second.times().issuedAt().plusSeconds(60));
        assertThat(Instant.parse(document(second).get("validUntil").asString()))
                .isEqualTo(second.times().issuedAt().plus(Duration.ofDays(7)));
    }

    @Test
    void aReplacedKeySignsNoMoreLists() {
        Envelope before = lists.current().list();
        keys.replace(DocumentKind.MODEL_STATUS, true);
        SignedList after = lists.current();
        assertThat(after.list().signatures()).isNotEqualTo(before.signatures());
        assertThat(signatures.verify(DocumentKind.MODEL_STATUS, StatusDocument.PAYLOAD_TYPE, after.list()))
                .isPresent();
        assertThat(signatures.verify(DocumentKind.MODEL_STATUS, StatusDocument.PAYLOAD_TYPE, before))
                .isEmpty();
        assertThat(after.keys()).isEqualTo(keys.statement());
    }

    @Test
    void isForEveryoneAndKeptOnTheWayNoLongerThanItsTime() {
        StatusId place = place(listed.trainedOn(listed.version(scene.someone(), scene.someone()), null));
        TestResponse answer = session.anonymous().get("/api/v1/model-status").expect(200);

        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.header("Cache-Control")).matches("max-age=\\d+, public");
        assertThat(Integer.parseInt(answer.header("Cache-Control").replaceAll("\\D", "")))
                .isBetween(25, 60);
        Envelope list = json.treeToValue(answer.json().get("list"), Envelope.class);
        JsonNode said = json.readTree(signatures
                .verify(DocumentKind.MODEL_STATUS, StatusDocument.PAYLOAD_TYPE, list)
                .orElseThrow());
        assertThat(said.get("states").get(place.value()).asString()).isEqualTo("valid");
        assertThat(said.propertyNames())
                .containsExactly("type", "issuer", "sequence", "issuedAt", "nextUpdate", "validUntil", "states");
        assertThat(said.get("issuer").asString()).isEqualTo("http://localhost:0");
        session.anonymous().post("/api/v1/model-status").expect(401);
    }

    @Test
    void whoHasItAlreadyIsToldSoAndNothingMore() {
        TestResponse first = session.anonymous().get("/api/v1/model-status").expect(200);
        TestResponse second = session.anonymous()
                .send(
                        "GET",
                        "/api/v1/model-status",
                        null,
                        "*/*",
                        BodyPublishers.noBody(),
                        "If-None-Match",
                        first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void theBitstringSaysTheSameToReadersOfCredentials() throws IOException {
        SubjectId alice = scene.someone();
        ModelVersionId revoked = listed.trainedOn(listed.version(alice, scene.someone()), null);
        ModelVersionId byHand = listed.trainedOn(listed.version(scene.someone(), scene.someone()), null);
        ModelVersionId valid = listed.trainedOn(listed.version(scene.someone(), scene.someone()), null);
        List<Integer> indices = Stream.of(revoked, byHand, valid)
                .map(model ->
                        entries.findById(place(model).value()).orElseThrow().listIndex())
                .toList();
        People.withdrawsUnheard(jdbc, alice);
        models.quarantine(byHand, "manual");

        assertThat(bits("revocation", indices)).containsExactly(true, true, false);
        assertThat(bits("suspension", indices)).containsExactly(false, false, false);
    }

    private List<Boolean> bits(String purpose, List<Integer> indices) throws IOException {
        TestResponse answer =
                session.anonymous().get("/api/v1/model-status/" + purpose).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vc");
        JsonNode subject = answer.json().get("credentialSubject");
        assertThat(subject.get("statusPurpose").asString()).isEqualTo(purpose);
        assertThat(subject.get("ttl").asInt()).isEqualTo(60_000);
        assertThat(answer.json().get("issuer").asString()).startsWith("did:key:z6Mk");
        assertThat(answer.json().get("proof").get("cryptosuite").asString()).isEqualTo("eddsa-jcs-2022");
        byte[] bits = BitstringTest.unpacked(subject.get("encodedList").asString());
        return indices.stream()
                .map(index -> (bits[index / 8] & 0x80 >>> index % 8) != 0)
                .toList();
    }

    @Test
    void aBundleKeepsItsPlace() {
        ModelVersionId model = listed.trainedOn(listed.version(scene.someone(), scene.someone()), null);
        ExportId export = listed.exports().start(model);
        StatusLists.Place place = lists.place(export.value(), model);
        assertThat(otherNode.place(export.value(), model)).isEqualTo(place);
        assertThat(place.id().value()).matches("[0-9a-f]{32}");
        assertThat(place.index()).isBetween(0, 131_071);
        listed.exports().cancel(export);
    }

    private StatusId place(ModelVersionId model) {
        ExportId export = listed.exports().start(model);
        StatusId id = lists.place(export.value(), model).id();
        listed.exports().cancel(export);
        return id;
    }

    private List<String> states(StatusLists node, List<StatusId> places) {
        JsonNode states = document(node.current()).get("states");
        return places.stream()
                .map(place -> states.get(place.value()).asString())
                .toList();
    }

    private JsonNode document(SignedList list) {
        return json.readTree(list.list().unverified());
    }
}
