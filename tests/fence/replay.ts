import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import pg from 'pg';
import type { TestPerson } from '#app/test-kit/platform.ts';
import { ALSO_TOLD, FIELDS, type Readers } from './fields.ts';
import { send, type FencedWorld, type GoodRequest } from './world.ts';

/** One field of one row, and who may read it. */
type Marked = { readonly field: string; readonly of: readonly string[]; readonly persons: readonly string[]; readonly city: string | null; readonly shown: boolean; readonly offices: readonly string[] };

const MARK = /‹([0-9a-z]+)›/g;

/** Gives every field of `FIELDS` a mark of its own in every row. */
async function plant(ownerUrl: string): Promise<ReadonlyMap<string, Marked>> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  const marks = new Map<string, Marked>();
  try {
    for (const [field, readers] of Object.entries<Readers>(FIELDS)) {
      const [schema, name, column] = field.split('.') as [string, string, string];
      const { rows } = await owner.query<{ at: string; of: string[] | null; persons: string[] | null; city: string | null; shown: boolean }>(
        `select t.ctid::text as at, ${readers.of ?? 'null::uuid[]'} as of, ${readers.persons ?? 'null::uuid[]'} as persons, ${readers.city ?? 'null::uuid'} as city, ${readers.public ?? 'false'} as shown from ${schema}.${name} t`);
      for (const row of rows) {
        const mark = marks.size.toString(36);
        marks.set(mark, { field, of: row.of ?? [], persons: row.persons ?? [], city: row.city, shown: row.shown, offices: readers.offices ?? [] });
        await owner.query(`update ${schema}.${name} set ${column} = coalesce(${column}, '') || $1 where ctid = $2::tid`, [`‹${mark}›`, row.at]);
      }
    }
  } finally {
    await owner.end();
  }
  return marks;
}

function mayRead({ of, persons, city, shown, offices }: Marked, person: TestPerson | undefined): boolean {
  if (shown) return true;
  if (person === undefined) return false;
  const { organisationId, personId, homeCityId, organisationKind } = person.actor;
  if ((organisationId !== null && of.includes(organisationId)) || persons.includes(personId)) return true;
  return city !== null && homeCityId === city && organisationKind !== null && offices.includes(organisationKind);
}

/** What was sent may come back: whoever names a thing knows its name. */
const shownMarks = (body: unknown, sent: GoodRequest['sample']): string[] => {
  const told = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  const known = JSON.stringify([sent.path, sent.body ?? null]);
  return [...told.matchAll(MARK)].map(([, mark]) => mark!).filter((mark) => !known.includes(`‹${mark}›`));
};

/** Things by their ids, where the modules' samples show only new ones: an order with deliveries, an examined admission. */
const THINGS: Readonly<Record<string, { readonly route: string; readonly path: string; readonly ids: string }>> = {
  orders: { route: 'order', path: 'orders', ids: `select c.id from orders.contract c where c.city_id = $1 order by (select count(*) from orders.settlement s where s.order_id = c.id) + (select count(*) from orders.delivery d where d.order_id = c.id) desc limit 4` },
  suppliers: { route: 'review', path: 'suppliers/admissions', ids: `select a.id from suppliers.admission a where a.city_id = $1 order by (select count(*) from suppliers.evidence_verdict v where v.admission_id = a.id) desc limit 2` },
  catalogue: { route: 'product', path: 'catalogue', ids: `select l.id from catalogue.listing l where l.city_id = $1 order by l.status, l.id limit 4` },
};

async function things({ t, good }: FencedWorld): Promise<GoodRequest[]> {
  const found: GoodRequest[] = [];
  for (const [module, { route, path, ids }] of Object.entries(THINGS)) {
    const like = good.find((one) => one.route.module === module && one.route.name === route)!;
    const { rows } = await t.everything.pool.query<{ id: string }>(ids, [t.huzhou.id]);
    for (const { id } of rows) found.push({ ...like, by: undefined, sample: { path: `/api/${t.huzhou.slug}/${path}/${id}` } });
  }
  return found;
}

const alsoTold = ({ route }: GoodRequest, { field }: Marked, role: string | undefined): boolean => role !== undefined && ALSO_TOLD[`${route.module}.${route.name} ${field}`]?.to.includes(role) === true;

export function replay(world: FencedWorld): void {
  const { t, people, good } = world;
  // One owner and one stranger of each role, the bodies of the other city, and nobody.
  const others = people.filter((one, place) => one.who.includes(' with nothing') || one.who.includes(' of the other city') || people.findIndex((other) => other.role === one.role) === place);

  const strangers = others.filter((one) => one.who.includes(' with nothing'));

  void describe('every good request with everybody else\'s session', () => {
    void test('shows no field of another to anybody who is not named for it', async () => {
      // Not before: the test of raw SQL compares rows as they lay.
      const more = await things(world);
      const marks = await plant(t.ownerUrl);
      const leaks = new Set<string>();
      const seen = new Set<string>();
      let asked = 0;
      for (const request of [...good, ...more]) {
        // Passwords are derived slowly on purpose, whoever asks.
        if (request.route.rule.slow === true) continue;
        // A thing that is asked by its id is asked by everybody of its module.
        const own = people.filter((one) => (request.by === undefined ? more.includes(request) && one.who.startsWith(`${request.route.module}'s `) : one.person === request.by));
        const { who } = request.route.rule;
        // Whoever has not the role is refused before anything is looked at: one of each suffices.
        const needed = others.filter((one) => typeof who === 'string' || who.includes(one.role) || !one.who.includes(' with nothing'));
        const senders = request.drawn ? [undefined, ...strangers] : [undefined, ...needed, ...own.filter((one) => !needed.includes(one))];
        for (const sender of senders) {
          // What the owner does again changes the owner's things; what is asked again shows them.
          if (sender?.person === request.by && request.route.method !== 'GET') continue;
          const answer = await send(t, request.route, sender?.person, request.sample);
          asked += 1;
          assert.ok(answer.status < 500, `${request.route.name} as ${sender?.who ?? 'nobody'}: ${answer.status} ${JSON.stringify(answer.body)}`);
          for (const mark of shownMarks(answer.body, request.sample)) {
            const marked = marks.get(mark)!;
            if (mayRead(marked, sender?.person)) seen.add(marked.field);
            else if (!alsoTold(request, marked, sender?.role)) leaks.add(`${request.route.module}.${request.route.name} shows ${marked.field} to ${sender?.who ?? 'nobody'}`);
          }
        }
      }
      assert.deepEqual([...leaks].sort(), []);
      assert.ok(good.length > 60 && asked > 1_000, `${good.length} good requests, ${asked} asked again`);
      // A field that nobody was ever shown would be no proof.
      const blind = Object.entries(FIELDS).filter(([field, readers]) => readers.neverTold === undefined && !seen.has(field)).map(([field]) => field);
      assert.deepEqual(blind, []);
    });
  });
}
