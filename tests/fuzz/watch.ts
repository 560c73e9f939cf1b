import pg from 'pg';

export type Watch = {
  /** The tables in which a committed transaction has changed rows since the last time this was asked. */
  changes(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/**
 * Notes each row that is inserted, changed or removed, in whatever table, by a trigger that stands only in this test's own database.
 * A note is written by the transaction that changes the row: what is rolled back leaves none, what is committed cannot hide.
 */
export async function watchTables(ownerUrl: string): Promise<Watch> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query(`
    create schema fuzz;
    create table fuzz.touched (id bigserial primary key, place text not null);
    create function fuzz.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into fuzz.touched (place) values (tg_table_schema || '.' || tg_table_name);
      return null;
    end $$;
    do $$
    declare t record;
    begin
      for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'fuzz')
      loop
        execute format('create trigger fuzz_note after insert or update or delete on %s for each row execute function fuzz.note()', t.name);
        execute format('create trigger fuzz_note_all after truncate on %s for each statement execute function fuzz.note()', t.name);
      end loop;
    end $$;`);
  return {
    async changes() {
      const { rows } = await owner.query<{ place: string }>('with gone as (delete from fuzz.touched returning place) select distinct place from gone order by place');
      return rows.map(({ place }) => place);
    },
    close: () => owner.end(),
  };
}
