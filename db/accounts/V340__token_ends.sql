-- A token does no more than its owner might when it was made, and ends with the password it was made under.
alter table api_token add column credentials_version int;
update api_token t set credentials_version = a.credentials_version from account a where a.id = t.account_id;
-- What was made before a disabling would come alive with an enabling.
update account set credentials_version = credentials_version + 1 where not enabled;
alter table api_token alter column credentials_version set not null;

create table api_token_role (
    token_id uuid not null references api_token on delete cascade,
    role     text not null,
    primary key (token_id, role),
    constraint api_token_role_known check (role in ('DATA_OWNER', 'ML_ENGINEER', 'COMPLIANCE', 'ADMIN'))
);

insert into api_token_role (token_id, role)
select t.id, r.role from api_token t join account_role r on r.account_id = t.account_id;
