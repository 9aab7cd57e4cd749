package dev.facewright.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// A server that has been in use for long, as rows: 100,000 people who consent and 5,000 who do not any more, a
/// million images of them, and what else came of it. Rows alone: no list opens an object of the store.
final class MillionRows {
    private static final List<String> STATEMENTS = List.of(
            // without this every row of a million asks for each of its foreign keys; the rows below have them all
            "set session_replication_role = replica",
            """
            insert into data_key (id, purpose, wrapped_key, generation, created_at)
            select gen_random_uuid(), 'subject', '\\x00', (select max(number) from key_generation), now() from generate_series(1, 105000)
            """,
            """
            insert into data_subject (id, version, code, data_key, registered_at)
            select gen_random_uuid(), 0, 'p' || lpad(n::text, 6, '0'), id, now() - n * interval '5 minutes'
            from (select id, row_number() over () n from data_key where purpose = 'subject') key
            """,
            // the last 3,000 withdrew, the 2,000 before them let it run out; a third of all have an end
            """
            insert into consent (id, subject_id, notice_version, notice_language, method, given_at, expires_at,
                recorded_at)
            select gen_random_uuid(), id, 'v1', 'en', 'ELECTRONIC_FORM', registered_at,
                case when code between 'p100001' and 'p102000' then now() - interval '1 day'
                     when code < 'p033333' then now() + interval '1 year' end,
                registered_at
            from data_subject
            """,
            """
            insert into consent_end (consent_id, kind, ended_at, reason)
            select c.id, case when code > 'p102000' then 'WITHDRAWN' else 'EXPIRED' end, now() - interval '1 day',
                case when code > 'p102000' then 'subject-request' else 'expired' end
            from consent c join data_subject s on s.id = c.subject_id where code > 'p100000'
            """,
            "analyze data_subject, consent, consent_end", // nothing else does before all of this is there
            "set session_replication_role = default", // consent's triggers are to see these
            """
            insert into consent_purpose (consent_id, purpose)
            select id, unnest(array['TRAINING', 'EVALUATION', 'CALIBRATION']) from consent
            """,
            "set session_replication_role = replica",
            """
            insert into dataset (id, name, purpose, description, always_detect, created_at)
            select gen_random_uuid(), 'dataset ' || n, 'TRAINING', '', false, now() - n * interval '1 hour'
            from generate_series(1, 60) n
            """,
            """
            insert into dataset_upload (id, dataset_id, status, archive_bytes, data_key, done, total, accepted,
                refused, created_at, ended_at)
            select gen_random_uuid(), dataset.id, 'SUCCEEDED', 1, key.id, 100000, 100000, 90000, 10000,
                now() - n * interval '3 hours', now() - n * interval '2 hours'
            from dataset, generate_series(1, 20) n, (select id from data_key limit 1) key where name = 'dataset 1'
            """,
            """
            insert into dataset_upload_refusal (upload_id, entry, reason)
            select upload.id, n, 'NO_FACE' from generate_series(1, 100000) n,
                (select id from dataset_upload order by created_at desc limit 1) upload
            """,
            // ten of each, but a thousand of the first
            """
            insert into dataset_image (id, dataset_id, subject_id, content_hash, content_key, content_type, crop_hash,
                crop_key, width, height, alignment, added_at, consent_id, consented_at)
            select gen_random_uuid(), dataset.id, s.id, md5(code || n) || md5(n || code), 'images/' || md5(code || n),
                'image/jpeg', md5('c' || code || n) || md5(n || code), 'crops/' || md5(code || n), 640, 480, 'DETECTED',
                registered_at + n * interval '1 second', c.id, c.recorded_at
            from dataset, data_subject s join consent c on c.subject_id = s.id, generate_series(1, case when code = 'p000001' then 1000 else 10 end) n
            where dataset.name = 'dataset 1'
            """,
            "analyze dataset_image, consent_term",
            // what the triggers of images would have counted
            """
            insert into dataset_subject (dataset_id, subject_id, images, live_until)
            select dataset_id, subject_id, images, live_until
            from (select dataset_id, subject_id, count(*) as images from dataset_image group by dataset_id, subject_id) n
            join consent_term using (subject_id) where consent_term.purpose = 'TRAINING'
            """,
            """
            insert into dataset_version (id, dataset_id, number, manifest_key, manifest_hash, image_count,
                subject_count, validation_fraction, seed, status, sealed_at, revoked_at, revocation_reason)
            select gen_random_uuid(), id, n, 'manifests/' || n, repeat(md5(n::text), 2), 1000000, 100000, 0.1, n,
                case n when 3 then 'SEALED' else 'REVOKED' end, now() - interval '1 day' * (4 - n),
                case when n < 3 then now() end, case when n < 3 then 'consent-withdrawn' end
            from dataset, generate_series(1, 3) n where name = 'dataset 1'
            """,
            """
            insert into dataset_version_subject (version_id, subject_id, label, train_images, validation_images, consent_id)
            select v.id, s.id, row_number() over (partition by v.id order by s.id) - 1, 9, 1, c.id
            from dataset_version v, data_subject s join consent c on c.subject_id = s.id where s.code <= 'p100000'
            """,
            // what the triggers of consents would have kept
            """
            insert into dataset_version_term (version_id, live_until)
            select s.version_id, min(coalesce(c.expires_at, 'infinity'))
            from dataset_version_subject s join consent c on c.id = s.consent_id group by s.version_id
            """,
            """
            insert into audit_entry (at, actor_kind, actor_id, action, ids, id_values)
            select now() - (1000001 - n) * interval '20 seconds', 'USER', account.id::text,
                (array['image.added', 'consent.granted', 'subject.registered', 'run.started'])[1 + n % 4],
                jsonb_build_object('subject', s.id, 'dataset', dataset.id), array[s.id::text, dataset.id::text]
            from generate_series(1, 1000000) n
            join (select id, row_number() over () r from data_subject) s on s.r = 1 + n % 100000,
                (select id from account limit 1) account, (select id from dataset where name = 'dataset 1') dataset
            """,
            """
            insert into job (id, type, status, requested_by_kind, requested_by_id, created_at, ended_at)
            select gen_random_uuid(), 'train-run', 'SUCCEEDED', 'SYSTEM', 'server', now(), now()
            from generate_series(1, 400)
            """,
            """
            insert into training_run (id, version, name, status, dataset_version_id, recipe, job_id, created_at, ended_at,
                cancel_reason, done, total)
            select gen_random_uuid(), 0, 'run ' || row_number() over (), 'CANCELLED', v.id, '{}', job.id,
                now() - row_number() over () * interval '1 hour', now(), 'run-cancel-requested', 500, 1000
            from job, dataset_version v where v.status = 'SEALED'
            """,
            """
            update training_run set epoch = 10
            """,
            """
            insert into run_step_metric (run_id, global_step, epoch, loss, learning_rate, gradient_norm, accuracy,
                images_per_second, resident_bytes, data_wait_millis, recorded_at)
            select id, n, n / 50, 10.0 / n, 0.1, 1, 0.5, 100, 1e9, 0, now() from training_run, generate_series(1, 500) n
            """,
            """
            insert into run_log (run_id, kind, step, logged_at)
            select id, 'checkpoint', n, now() from training_run, generate_series(1, 300) n
            """,
            """
            insert into model_version (id, version, name, status, registered_at, weights_key, weights_sha256,
                weights_bytes, architecture, embedding_dimensions, parameters, macs, origin)
            select gen_random_uuid(), 0, 'model ' || n, 'ACTIVE', now() - n * interval '1 hour', 'weights/' || n,
                repeat('0', 64), 4000000, 'MOBILE_FACE_NET', 128, 990000, 220000000, '{"kind": "imported",
                "source": "https://example.org", "sha256": "00", "licence": "Apache-2.0", "preprocessing": "ARCFACE",
                "publishedAccuracy": ""}'
            from generate_series(1, 400) n
            """,
            // all of them carry the newest version, and go on from the first model
            """
            insert into model_version_data (model_version_id, dataset_version_id, use, direct)
            select m.id, v.id, 'TRAINED_ON', m.name = 'model 1' from model_version m, dataset_version v
            where v.status = 'SEALED'
            """,
            """
            insert into model_version_ancestor (model_version_id, ancestor_id, distance)
            select m.id, first.id, 1 from model_version m, model_version first
            where first.name = 'model 1' and m.name <> 'model 1'
            """,
            // one at the end of a long line
            """
            insert into model_version_ancestor (model_version_id, ancestor_id, distance)
            select last.id, m.id, row_number() over () + 1 from model_version last, model_version m
            where last.name = 'model 200' and m.name <> 'model 1' and m.name < 'model 2'
            """,
            """
            insert into benchmark (id, version, name, legal_basis, legal_basis_note, source, licence, status, data_key,
                pairs, genuine_pairs, folds, total, done, images_without_face, failure_arguments, created_at,
                ended_at)
            select gen_random_uuid(), 0, 'benchmark ' || n, 'SYNTHETIC', '', 'https://example.org', 'CC0', 'SUCCEEDED',
                gen_random_uuid(), 6000, 3000, 10, 7701, 7701, 0, '[]', now() - n * interval '1 hour', now()
            from generate_series(1, 200) n
            """,
            """
            insert into evaluation (id, version, model_version_id, benchmark_id, flip_sum, false_accept_rates, status,
                done, total, report, created_at, ended_at)
            select gen_random_uuid(), 0, m.id, b.id, false, '[0.001]', 'SUCCEEDED', 7701, 7701,
                jsonb_build_object('kind', 'verification', 'protocol', jsonb_build_object('kind', 'folded-verification',
                    'on', jsonb_build_object('id', b.id, 'name', b.name), 'folds', 10, 'embedding', 'SINGLE'),
                    'pairs', 6000, 'genuinePairs', 3000, 'impostorPairs', 3000, 'images', 7701, 'imagesWithoutFace', 0,
                    'meanAccuracy', 0.9917, 'standardDeviation', 0.0041, 'standardError', 0.0013, 'folds', folds,
                    'areaUnderCurve', 0.9987, 'equalErrorRate', 0.0089, 'acceptRates', '[]'::jsonb, 'curve', curve,
                    'histogram', jsonb_build_object('genuine', bins, 'impostor', bins), 'durationMillis', 60000,
                    'imagesPerSecond', 128.35),
                now() - row_number() over () * interval '1 minute', now()
            from model_version m, (select id, name from benchmark limit 5) b,
                (select jsonb_agg(jsonb_build_object('falseAcceptRate', n / 300.0, 'trueAcceptRate', n / 300.0)) curve
                 from generate_series(0, 300) n) c,
                (select jsonb_agg(jsonb_build_object('number', n, 'threshold', 0.31, 'accuracy', 0.99, 'pairs', 600)) folds
                 from generate_series(0, 9) n) f,
                (select jsonb_agg(30) bins from generate_series(1, 50)) h
            """,
            """
            insert into model_metric (model_version_id, figure, value, recorded_at)
            select m.id, jsonb_build_object('quantity', quantity, 'protocol', jsonb_build_object('kind',
                'folded-verification', 'on', jsonb_build_object('id', b.id, 'name', b.name), 'folds', 10,
                'embedding', 'SINGLE')), 0.99, now()
            from model_version m, (select id, name from benchmark limit 5) b,
                unnest(array['verification-accuracy', 'area-under-curve', 'equal-error-rate']) quantity
            """,
            """
            insert into export_bundle (id, version, model_version_id, status, files, failure, created_at, ended_at)
            select gen_random_uuid(), 0, id, 'FAILED', '{}', 'store-unavailable', registered_at, now() from model_version
            """,
            """
            insert into account (id, username, password_hash, credentials_version, enabled, created_at, version)
            select gen_random_uuid(), 'user' || n, 'x', 0, false, now(), 0 from generate_series(1, 500) n
            """,
            "set session_replication_role = default");

    private MillionRows() {}

    /// All of them or none, so that a folder that is kept never holds half of them.
    static void insert(JdbcTemplate jdbc) {
        jdbc.execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (String each : STATEMENTS) {
                    statement.execute(each);
                }
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
            return true;
        });
        jdbc.execute("vacuum analyze");
    }
}
