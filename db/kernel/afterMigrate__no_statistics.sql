-- Statistics copy values out of their rows, where erasing never reaches them: keys, hashes, pseudonyms and whatever
-- people have typed. None are collected of columns whose type or name says that they may hold such, nor of expressions in
-- indexes, and what was collected before is cleared. What the planner needs (ids, times, states) stays. Said anew after
-- each migration, for the columns it made.
do $$
declare
    each record;
begin
    for each in
        select c.oid::regclass as relation, c.relname, a.attname, a.attnum, c.relkind,
            coalesce((to_jsonb(a) ->> 'attstattarget')::int, -1) as target -- null since 17
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        left join pg_index i on i.indexrelid = c.oid
        where c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
            and pg_has_role(c.relowner, 'usage')
            and case
                when c.relkind in ('r', 'p', 'm') then
                    a.atttypid in ('bytea'::regtype, 'bytea[]'::regtype)
                    -- whose rows go with the person, and whose statistics would name them until they are taken anew
                    or c.relname in ('dataset_subject', 'dataset_image_other') and a.attname in ('subject_id', 'of_subject')
                    or a.atttypid in ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype, 'jsonb'::regtype)
                        and a.attname ~ '(^|_)(code|hash|sha256|key|name|username|ids|entry|arguments|detail|description|note|event|envelope|source|licence|report|training|import|origin|figure|waiver|explanation|digest|unanswered|commitment|destroyed|left_behind|requested_by|rescan|unattributed)$'
                        and a.attname !~ '^(task_name)$'
                when c.relkind in ('i', 'I') then i.indexprs is not null and i.indkey[a.attnum - 1] = 0
                else false
            end
    loop
        if each.target <> 0 then
            execute format(
                'alter %s %s alter column %s set statistics 0',
                case when each.relkind in ('i', 'I') then 'index' else 'table' end,
                each.relation,
                case when each.relkind in ('i', 'I') then each.attnum::text else quote_ident(each.attname) end);
        end if;
        if exists (select from pg_stats s where s.schemaname = current_schema()
                and s.tablename = each.relname and s.attname = each.attname) then
            if to_regprocedure('pg_clear_attribute_stats(text, text, text, boolean)') is not null then
                execute 'select pg_clear_attribute_stats($1, $2, $3, false)'
                    using current_schema()::text, each.relname::text, each.attname::text;
            else
                begin
                    delete from pg_statistic where starelid = each.relation and staattnum = each.attnum;
                exception when insufficient_privilege then
                    raise warning 'Statistics of %.% hold personal data. As a superuser: delete from pg_statistic where starelid = ''%''::regclass and staattnum = %',
                        each.relname, each.attname, each.relation, each.attnum;
                end;
            end if;
        end if;
    end loop;
end
$$;
