-- Who made an account, gave it roles, enabled it or set its password: whoever did may know how to act as that account, and
-- is nobody else where two people are asked for. Nobody but the server did where touched_by is null.
create table account_touch (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    touched_by uuid,
    touched_at timestamptz not null
);

create index account_touch_of_account on account_touch (account_id);
create index account_touch_by on account_touch (touched_by);

-- what happened before is in the audit log, under the account's or the token's id
insert into account_touch (id, account_id, touched_by, touched_at)
select gen_random_uuid(), a.id, coalesce(t.account_id, case when e.actor_kind = 'USER' then e.actor_id::uuid end), e.at
from audit_entry e
join account a on a.id::text = e.ids ->> 'account'
left join api_token t on e.actor_kind = 'TOKEN' and t.id::text = e.actor_id
where e.action in ('account.created', 'account.enabled', 'account.roles-changed')
   or (e.action = 'account.password-changed' and e.actor_id <> a.id::text);
