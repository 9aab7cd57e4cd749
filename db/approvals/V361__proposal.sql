-- What takes two people: somebody proposes, somebody else decides. Only ever added to.
create table proposal (
    id           uuid        primary key,
    kind         text        not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
    object_id    uuid        not null,
    detail       text        not null check (length(detail) <= 200),
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    proposer     uuid        not null references account,
    proposed_at  timestamptz not null,
    expires_at   timestamptz not null check (expires_at > proposed_at),
    one_person   boolean     not null
);

comment on column proposal.content_hash is 'Of what is proposed in full: a decision is about this and nothing else';
comment on column proposal.one_person is 'The installation said by its configuration that it has one person only';

create index proposal_by_time on proposal (proposed_at desc, id);
create index proposal_of_object on proposal (object_id, kind);

create table proposal_decision (
    proposal_id  uuid        primary key references proposal, -- one that is decided stays so
    decision     text        not null check (decision in ('APPROVED', 'REJECTED')),
    account_id   uuid        not null references account,
    content_hash text        not null,
    decided_at   timestamptz not null
);

-- The rule is held here, whoever writes: an approval is by somebody else, of what was proposed, in time. Somebody else is
-- neither the proposer, nor an account that the proposer made or has touched, nor one that made or touched the proposer's,
-- nor one that came, or that anybody has touched, after the proposal. A rejection is anyone's.
create function keep_two_people() returns trigger language plpgsql as $$
declare
    p proposal;
begin
    select * into p from proposal where id = new.proposal_id;
    if new.decided_at >= p.expires_at then
        raise exception 'The proposal has expired' using errcode = '23514', constraint = 'proposal_decision_in_time';
    end if;
    if new.decision = 'REJECTED' then
        return new;
    end if;
    if new.content_hash <> p.content_hash then
        raise exception 'Something else was proposed' using errcode = '23514', constraint = 'proposal_decision_of_this';
    end if;
    if p.one_person then
        return new;
    end if;
    if new.account_id = p.proposer then
        raise exception 'Nobody approves alone' using errcode = '23514', constraint = 'proposal_decision_by_another';
    end if;
    if exists (select from account a where a.id = new.account_id and a.created_at >= p.proposed_at)
        or exists (select from account_touch t where t.account_id = new.account_id
                   and (t.touched_by = p.proposer or t.touched_at >= p.proposed_at))
        or exists (select from account_touch t where t.account_id = p.proposer and t.touched_by = new.account_id) then
        raise exception 'Not independent' using errcode = '23514', constraint = 'proposal_decision_independent';
    end if;
    return new;
end
$$;

create trigger keep_two_people before insert on proposal_decision
    for each row execute function keep_two_people();

create function keep_proposal() returns trigger language plpgsql as $$
begin
    raise exception 'Proposals and decisions stay as they are: % is refused', tg_op;
end
$$;

create trigger keep_proposal before update or delete on proposal
    for each row execute function keep_proposal();
create trigger keep_proposal_decision before update or delete on proposal_decision
    for each row execute function keep_proposal();
