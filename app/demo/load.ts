import { sql } from 'kysely';
import { legalDayAt } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { listCities } from '#modules/identity/index.ts';
import { reportsWaiting } from '#modules/laboratories/index.ts';
import { baseEdition } from '#modules/standards/index.ts';
import { readOnDuty } from '#platform/database/duty.ts';
import type { Platform } from '../wire.ts';
import { demoWorld } from './city.ts';
import { bringEvidence, listProducts, submitProducts } from './load-goods.ts';
import { placeOrders } from './load-orders.ts';
import { setApprovalRules } from './load-rules.ts';
import { foundLaboratories, foundParties } from './load-parties.ts';
import { Stage } from './stage.ts';
import type { DemoWorld } from './types.ts';

/** Waits until every report handed in is read and every event delivered. */
export type Settle = () => Promise<void>;

/** Loads the demonstration where the platform has no city yet; a second start leaves everything as it is. */
export async function loadDemoWhereEmpty(platform: Platform, origin: string, say: (line: string) => void): Promise<boolean> {
  if ((await listCities(platform.wired.database.kysely)).length > 0) return false;
  const begun = performance.now();
  say('Loading the demonstration city (once, about a minute) …');
  await loadDemo(platform, origin, demoWorld(baseEdition(), legalDayAt(new Date())), settledBy(platform), say);
  say(`Loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
  return true;
}

/**
 * The whole demonstration through the real operations, at told instants: parties, the confirmed standard, suppliers with their
 * papers, products with reports that are really read, the shelf, the orders. Where it stopped half way, `npm run reset` starts over.
 */
export async function loadDemo(platform: Platform, origin: string, world: DemoWorld, settle: Settle, say: (line: string) => void): Promise<void> {
  const stage = new Stage(platform, origin);
  await foundLaboratories(stage, world);
  for (const city of world.cities) {
    say(`  ${city.nameZh}: organisations, people, the standard, ${city.suppliers.length} suppliers`);
    await foundParties(stage, city);
    say(`  ${city.nameZh}: ${city.products.length} products with their reports`);
    await submitProducts(stage, city);
  }
  say('  reading the reports …');
  await settle();
  for (const city of world.cities) await bringEvidence(stage, city);
  await settle();
  for (const city of world.cities) {
    say(`  ${city.nameZh}: the shelf and ${city.orders.length} orders`);
    await listProducts(stage, city);
    await placeOrders(stage, city);
    await setApprovalRules(stage, city, world.asOf);
  }
  await stage.act({ city: null, as: null, on: world.asOf }, async (call) => {
    call.record({ kind: 'demonstration-loaded', subject: 'demonstration', body: { asOf: world.asOf, cities: world.cities.map((city) => city.key) }, cityId: null });
    return ok(undefined);
  });
  await settle();
}

function settledBy(platform: Platform): Settle {
  const { database } = platform.wired;
  return async () => {
    for (;;) {
      const open = await readOnDuty(database, 'founding', async (tx) => {
        const { rows } = await sql<{ pending: boolean }>`select exists (select from platform.outbox_pending) as pending`.execute(tx);
        return (await reportsWaiting(tx)) > 0 || rows[0]?.pending !== false;
      });
      if (!open) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
}

/** True where the demonstration was loaded to its end. */
export async function demoIsWhole(platform: Platform): Promise<boolean> {
  const { rows } = await readOnDuty(platform.wired.database, 'founding', (tx) => sql`select from ledger.entry where kind = 'demonstration-loaded'`.execute(tx));
  return rows.length > 0;
}

