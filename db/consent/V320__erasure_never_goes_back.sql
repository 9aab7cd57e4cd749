-- Someone's erasure begins once and ends once: a row that could be set back would bring to life what was withdrawn.
create function keep_data_subject() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A person is erased, never deleted';
    end if;
    if (new.id, new.data_key) is distinct from (old.id, old.data_key)
        or (old.erasure_started_at is not null and new.erasure_started_at is distinct from old.erasure_started_at)
        or (old.erased_at is not null and new.erased_at is distinct from old.erased_at)
        or (new.code is distinct from old.code and new.code is not null) then
        raise exception 'An erasure never goes back, and a person remains who they were';
    end if;
    return new;
end
$$;

create trigger keep_data_subject before update or delete on data_subject
    for each row execute function keep_data_subject();
