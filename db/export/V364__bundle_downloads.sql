-- Who took which bundle: whoever has one is to be told when somebody in it is erased.
create table bundle_download (
    id         uuid        primary key,
    export_id  uuid        not null references export_bundle,
    actor_kind text        not null,
    actor_id   text        not null,
    account_id uuid, -- that acted, or whose token did; null where only the server itself did
    taken_at   timestamptz not null
);

create index bundle_download_of_export on bundle_download (export_id);
create index bundle_download_by_account on bundle_download (account_id);

-- until now the audit log alone knew
insert into bundle_download (id, export_id, actor_kind, actor_id, account_id, taken_at)
select gen_random_uuid(), b.id, e.actor_kind, e.actor_id,
       coalesce(t.account_id, case when e.actor_kind = 'USER' then e.actor_id::uuid end), e.at
from audit_entry e
join export_bundle b on b.id::text = e.ids ->> 'export'
left join api_token t on e.actor_kind = 'TOKEN' and t.id::text = e.actor_id
where e.action = 'export.downloaded';

-- That a bundle somebody has is to be destroyed. Whose erasure it was is not said.
create table bundle_recall (
    download_id uuid        primary key references bundle_download,
    recalled_at timestamptz not null,
    told_at     timestamptz
);
