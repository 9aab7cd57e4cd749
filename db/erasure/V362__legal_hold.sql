-- What must not be destroyed for the time being, and why. Only ever added to: a hold ends by a row of its own, and that row
-- by the approval of a second person, whoever writes it.
create table legal_hold (
    id        uuid        primary key,
    kind      text        not null check (kind in ('SUBJECT', 'DATASET', 'MODEL_VERSION', 'EVERYTHING')),
    object_id uuid,
    reason    text        not null check (reason in ('litigation', 'authority', 'audit', 'dispute')),
    review_on date        not null,
    placed_by uuid        not null references account,
    placed_at timestamptz not null,
    constraint legal_hold_has_an_object check ((object_id is null) = (kind = 'EVERYTHING'))
);

create index legal_hold_by_time on legal_hold (placed_at desc, id);

create table legal_hold_end (
    hold_id     uuid        primary key references legal_hold,
    proposal_id uuid        not null references proposal,
    ended_at    timestamptz not null
);

create function keep_legal_hold() returns trigger language plpgsql as $$
begin
    raise exception 'Holds stay as they are: % is refused', tg_op;
end
$$;

create trigger keep_legal_hold before update or delete on legal_hold
    for each row execute function keep_legal_hold();
create trigger keep_legal_hold_end before update or delete on legal_hold_end
    for each row execute function keep_legal_hold();

create function lift_by_two() returns trigger language plpgsql as $$
begin
    if not exists (select from proposal p join proposal_decision d on d.proposal_id = p.id
                   where p.id = new.proposal_id and p.kind = 'lift-hold' and p.object_id = new.hold_id
                     and d.decision = 'APPROVED') then
        raise exception 'No second person has approved of lifting this hold';
    end if;
    return new;
end
$$;

create trigger lift_by_two before insert on legal_hold_end
    for each row execute function lift_by_two();

-- Who places a hold and who destroys take turns by this row: a hold comes before, and is seen, or after, and is told so.
create table legal_hold_turn (
    only_row boolean primary key default true check (only_row)
);
insert into legal_hold_turn default values;
