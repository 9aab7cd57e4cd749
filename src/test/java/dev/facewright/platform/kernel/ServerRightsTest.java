package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the server's own role may do in the database, and what not even a server in wrong hands can.
@FacewrightTest
class ServerRightsTest {
    /// Every table there is: whoever adds one says here what the server may do to it, and in
    /// `afterMigrate__server_role.sql` too if that is not everything.
    private static final Map<String, String> RIGHTS = rights("""
            account                 DELETE INSERT SELECT UPDATE
            account_role            DELETE INSERT SELECT UPDATE
            account_touch           INSERT SELECT
            api_token               DELETE INSERT SELECT UPDATE
            api_token_role          DELETE INSERT SELECT UPDATE
            api_token_scope         DELETE INSERT SELECT UPDATE
            audit_entry             INSERT SELECT
            benchmark               DELETE INSERT SELECT UPDATE
            benchmark_subject       INSERT SELECT
            benchmark_term          SELECT
            bundle_download         INSERT SELECT
            bundle_recall           INSERT SELECT UPDATE
            consent                 INSERT SELECT
            consent_end             INSERT SELECT
            consent_evidence        DELETE INSERT SELECT UPDATE
            consent_purpose         INSERT SELECT
            consent_term            SELECT
            data_key                INSERT SELECT UPDATE
            data_subject            INSERT SELECT UPDATE
            dataset                 DELETE INSERT SELECT UPDATE
            dataset_evidence_policy INSERT SELECT
            dataset_image           DELETE INSERT SELECT UPDATE
            dataset_image_other     INSERT SELECT
            dataset_subject         SELECT
            dataset_upload          DELETE INSERT SELECT UPDATE
            dataset_upload_refusal  DELETE INSERT SELECT UPDATE
            dataset_version         INSERT SELECT UPDATE
            dataset_version_other   INSERT SELECT
            dataset_version_subject INSERT SELECT
            dataset_version_term    SELECT
            erasure                 INSERT SELECT UPDATE
            erasure_certificate     INSERT SELECT
            erasure_marks           DELETE INSERT SELECT UPDATE
            evaluation              DELETE INSERT SELECT UPDATE
            evidence_proof          INSERT SELECT
            evidence_proof_key      INSERT SELECT UPDATE
            event_publication       DELETE INSERT SELECT UPDATE
            export_bundle           DELETE INSERT SELECT UPDATE
            flyway_schema_history   SELECT
            job                     DELETE INSERT SELECT UPDATE
            key_call                DELETE INSERT SELECT UPDATE
            key_generation          INSERT SELECT UPDATE
            key_statement           SELECT UPDATE
            legal_hold              INSERT SELECT
            legal_hold_end          INSERT SELECT
            legal_hold_turn         SELECT UPDATE
            model_metric            DELETE INSERT SELECT UPDATE
            model_status_list       SELECT UPDATE
            model_version           DELETE INSERT SELECT UPDATE
            model_version_ancestor  INSERT SELECT
            model_version_data      INSERT SELECT
            planned_object          DELETE INSERT SELECT UPDATE
            proposal                INSERT SELECT
            proposal_decision       INSERT SELECT
            run_checkpoint          DELETE INSERT SELECT UPDATE
            run_epoch_metric        DELETE INSERT SELECT UPDATE
            run_key                 DELETE INSERT SELECT UPDATE
            run_log                 DELETE INSERT SELECT UPDATE
            run_step_metric         DELETE INSERT SELECT UPDATE
            scheduled_tasks         DELETE INSERT SELECT UPDATE
            scheduled_training      DELETE INSERT SELECT UPDATE
            server_node             DELETE INSERT SELECT UPDATE
            signing_key             INSERT SELECT UPDATE
            status_entry            INSERT SELECT
            storage_process         DELETE INSERT SELECT UPDATE
            subject_term            SELECT
            sweep                   DELETE INSERT SELECT UPDATE
            sweep_turn              DELETE INSERT SELECT UPDATE
            training_run            DELETE INSERT SELECT UPDATE
            """);

    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final People people;

    ServerRightsTest(JdbcClient jdbc, DataSource server, ConsentLedger ledger, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.owner = DatabaseOwner.of(server).jdbc();
        this.people = new People(ledger, subjects, clock);
    }

    @Test
    void theServerMayDoToEachTableWhatIsSaidAndNothingElse() {
        Map<String, String> granted = new TreeMap<>();
        jdbc.sql("""
                        select c.relname, coalesce(string_agg(a.privilege_type, ' ' order by a.privilege_type), '')
                        from pg_class c
                        left join aclexplode(c.relacl) a on a.grantee in (0, current_user::regrole)
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                            and c.relname not like 'test\\_%'
                        group by c.relname
                        """)
                .query((row, number) -> granted.put(row.getString(1), row.getString(2)))
                .list();
        assertThat(granted).isEqualTo(RIGHTS);
        assertThat(number("select count(*) from pg_class where relowner = current_user::regrole"))
                .isZero();
        assertThat(number("select count(*) from pg_attribute where attacl is not null and attrelid > 16383"))
                .as("rights to single columns")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set at = at",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop trigger audit_entry_append_only on audit_entry",
                "drop table audit_entry",
                "create rule nothing as on insert to audit_entry do instead nothing",
                "update consent set expires_at = null",
                "delete from consent",
                "truncate consent cascade",
                "alter table consent disable trigger user",
                "delete from consent_purpose",
                "delete from consent_end",
                "update consent_end set ended_at = 'infinity'",
                "truncate consent_end",
                "insert into consent_term select subject_id, purpose, 'infinity' from consent_term",
                "update consent_term set live_until = 'infinity'",
                "update subject_term set live_until = 'infinity'",
                "update dataset_subject set live_until = 'infinity'",
                "update dataset_version_term set live_until = 'infinity'",
                "delete from dataset_version_term",
                "update benchmark_term set live_until = 'infinity'",
                "update benchmark_subject set consent_id = consent_id",
                "update dataset_image_other set live_until = 'infinity'",
                "delete from dataset_image_other",
                "delete from dataset_version_other",
                "delete from dataset_evidence_policy",
                "delete from model_version_data",
                "delete from dataset_version_subject",
                "delete from flyway_schema_history",
                "set session_replication_role = replica",
                "create table public.mine (id int)",
                "create function public.mine() returns int language sql as 'select 1'",
                "create or replace function consent_purpose_changed() returns trigger language plpgsql as 'begin return null; end'",
                "alter function audit_entry_is_append_only() owner to current_user",
                "set role facewright_owner",
                "create role mine superuser"
            })
    void whatBindsTheServerItCannotUndo(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be (owner|able)).*");
    }

    @Test
    void noFunctionOfATriggerCanBeFedRowsOfATableOfOnesOwn() {
        String triggers = "select p.oid::regprocedure from pg_proc p"
                + " where p.pronamespace = 'public'::regnamespace and p.prorettype = 'trigger'::regtype";
        assertThat(jdbc.sql(triggers).query(String.class).list()).hasSizeGreaterThan(10);
        assertThat(jdbc.sql(triggers + " and has_function_privilege(p.oid, 'EXECUTE')")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql(triggers + " and not (prosecdef and proconfig @> '{\"search_path=public, pg_temp\"}')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void whoeverIsErasedStaysErasedForTheOwnerToo() {
        SubjectId gone = people.whoAgrees(People.to(Purpose.TRAINING));
        owner.sql("update data_subject set erasure_started_at = now() where id = ?")
                .param(gone.value())
                .update();
        for (String change : new String[] {"erasure_started_at = null", "code = 'another'"}) {
            for (JdbcClient anyone : new JdbcClient[] {jdbc, owner}) {
                assertThatThrownBy(() -> anyone.sql("update data_subject set " + change + " where id = ?")
                                .param(gone.value())
                                .update())
                        .hasMessageContaining("An erasure never goes back");
            }
        }
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static Map<String, String> rights(String table) {
        return table.lines()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
    }
}
