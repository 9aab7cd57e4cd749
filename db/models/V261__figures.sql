-- What a figure is and how it was come by were a name and an English sentence. They become a value: `figure`, of
-- which all but the name of a benchmark tells it from others. The old sentence is told from it as it was, so
-- nothing is lost; one that was written by other means is kept as it is.

-- a protocol, and the sentence that told it
create function pg_temp.said(sentence text, told text, protocol jsonb) returns jsonb language sql as $$
    select case when sentence = told then protocol
                else jsonb_build_object('kind', 'stated', 'sentence', sentence) end
$$;

create function pg_temp.trained(sentence text, version text) returns jsonb language sql as $$
    select case
        when version is null then null
        when epoch is not null then jsonb_strip_nulls(jsonb_build_object(
            'kind', 'last-epoch',
            'on', jsonb_build_object('version', version, 'split', 'TRAIN'),
            'learning', case when epoch[1] like ', SimCLR%' then 'SIMCLR'
                             when epoch[1] like ', MoCo%' then 'MOCO'
                             else 'SUPERVISED' end,
            'skipped', case when epoch[2] is not null
                then jsonb_build_object('steps', epoch[3]::bigint, 'of', epoch[4]::bigint) end,
            'averaged', epoch[5] is not null))
        when sentence = 'share of the time in training steps that went into waiting for images, since the run''s last start'
            then jsonb_build_object('kind', 'step-times', 'on', jsonb_build_object('version', version, 'split', 'TRAIN'))
        when pairs is not null then jsonb_build_object(
            'kind', 'validation-pairs',
            'on', jsonb_build_object('version', version, 'split', 'VALIDATION'),
            'genuine', pairs[1]::int, 'impostors', pairs[2]::int, 'folds', pairs[3]::int)
        end
    from regexp_match(sentence, '^last epoch over the training images, augmented'
            || '(, SimCLR: each image''s first view to find its second among the batch''s views'
            || '|, MoCo v2: each image''s first view to find its second among the queue''s keys)?'
            || '(; float16, (\d+) of (\d+) steps skipped for overflow)?'
            || '(; by the weights in training, of which the model carries the moving average)?$') as epoch,
        regexp_match(sentence, '^verification on the validation split, other images of the same people: '
            || '(\d+) genuine and (\d+) impostor pairs, (\d+) folds$') as pairs
$$;

-- an evaluation knows its benchmark and options: the sentence need not be taken apart
update evaluation e set report = report || jsonb_build_object('kind', 'verification', 'protocol', pg_temp.said(
    e.report ->> 'protocol',
    b.name || ': the LFW View 2 procedure over ' || b.folds || ' folds as given, never shuffled, threshold chosen on the'
        || ' other folds; cosine of '
        || case when e.flip_sum then 'the sum of the embeddings of a crop and its mirror image' else 'single embeddings' end
        || ', on crops of 112x112 pixels; '
        || case when b.detector is null then 'aligned before they were uploaded'
                else 'faces found by ' || b.detector || '; ' || b.images_without_face || ' of ' || b.total
                    || ' images without a detected face, cut at the centre instead' end,
    jsonb_strip_nulls(jsonb_build_object(
        'kind', 'folded-verification',
        'on', jsonb_build_object('id', b.id, 'name', b.name),
        'folds', b.folds,
        'embedding', case when e.flip_sum then 'FLIP_SUM' else 'SINGLE' end,
        'detection', case when b.detector is not null then jsonb_build_object(
            'detector', b.detector, 'withoutFace', b.images_without_face, 'images', b.total) end))),
    'sentence', e.report -> 'protocol')
from benchmark b
where b.id = e.benchmark_id and e.report is not null;

alter table model_metric add column figure jsonb;

update model_metric m set figure = jsonb_strip_nulls(jsonb_build_object(
    'quantity', regexp_replace(m.name, '-at-[0-9.]+$', ''),
    'at', case when m.name ~ '-at-[0-9.]+$' then jsonb_build_object(
        'kind', 'false-accept-rate', 'rate', substring(m.name from '-at-([0-9.]+)$')::numeric) end,
    'protocol', coalesce(
        pg_temp.trained(m.protocol, v.origin ->> 'dataset'),
        -- the newest, should a benchmark have been made again under the same name
        (select e.report -> 'protocol' from evaluation e
         where e.model_version_id = m.model_version_id and e.report ->> 'sentence' = m.protocol
         order by e.created_at desc limit 1),
        jsonb_build_object('kind', 'stated', 'sentence', m.protocol))))
from model_version v
where v.id = m.model_version_id;

update evaluation set report = report - 'sentence' where report is not null;

alter table model_metric
    drop constraint model_metric_pkey,
    drop column name,
    drop column protocol,
    alter column figure set not null,
    add column identity jsonb not null generated always as (figure #- '{protocol,on,name}') stored,
    add primary key (model_version_id, identity);

drop function pg_temp.said(text, text, jsonb), pg_temp.trained(text, text);
