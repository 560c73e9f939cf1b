import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { modules } from './modules.ts';

const root = path.join(import.meta.dirname, '..');
const code = globSync('modules/*/{*.ts,{operations,domain}/**/*.ts}', { cwd: root }).filter((file) => !/\.(test|prove)\.ts$|wording\.ts$/.test(file)).map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');

describe('notices', () => {
  const declared = modules.flatMap((module) => Object.entries(module.notices ?? {}));
  const worded = modules.flatMap((module) => Object.keys(module.wording?.['zh-CN'] ?? {})).filter((id) => id.includes('.notice.') && id !== 'notifications.notice.unworded');

  it('each have a wording, and each wording says what it is', () => {
    assert.deepEqual(declared.map(([id]) => id).sort(), worded.sort());
  });

  it('that nobody can switch off name the article that asks for them', () => {
    const legal = declared.filter(([, kind]) => kind.class === 'legal');
    assert.ok(legal.length > 0);
    for (const [id, kind] of legal) assert.match(kind.class === 'legal' ? kind.basis : '', /第[一二三四五六七八九十百]+条/, id);
  });
});

/** Events that nobody consumes yet, each with its reason. What is consumed must not stand here. */
const UNHEARD: Readonly<Record<string, string>> = {
  'catalogue.gate-changed@1': 'for the revisions of the standard, which show what a change of edition does to the shelf',
  'catalogue.listed@1': 'for open data; the supplier is told in the same transaction',
  'orders.placed@1': 'for budgets (to reserve) and open data; the supplier is told in the same transaction',
  'orders.confirmed@1': 'for open data (the contract is made); the buyer is told in the same transaction',
  'orders.declined@1': 'for budgets (to free what was reserved); the buyer is told in the same transaction',
  'orders.cancelled@1': 'for budgets (to free what was reserved); the supplier is told in the same transaction',
  'orders.delivered@1': 'for supervision (deliveries in time); the buyer is told in the same transaction',
  'orders.line-settled@1': 'for supervision (refused goods); the other side is told in the same transaction',
  'orders.accepted@1': 'for finance and open data; the supplier is told in the same transaction',
  'orders.closed@1': 'for finance and open data; the supplier is told in the same transaction',
  'identity.invited@1': 'for the letter of invitation (invitationLetter); until it is written the inviter hands the link over, and an account sees it in its to-do list',
  'identity.membership-begun@1': 'for open data on who serves where; the unit sees its people',
  'identity.role-proposed@1': 'whoever may confirm sees it in the to-do list, which is read from the rows themselves',
  'identity.roles-changed@1': 'for signing (keys of a role that ended); the person reads their rights afresh with each request',
  'suppliers.registered@1': 'for supervision; a supplier becomes visible by its admission',
  'suppliers.admission-submitted@1': 'the centre sees it in its queue, which is read from the rows themselves',
  'suppliers.admission-decided@1': 'for frameworks and experts; the supplier is told in the same transaction',
};

describe('events', () => {
  const emitted = [...new Set([...code.matchAll(/(?:name|event): '([a-z-]+\.[a-z-]+@\d+)'/g)].map(([, name]) => name!))].sort();
  const consumed = new Set(modules.flatMap((module) => Object.keys(module.consumes ?? {})));

  it('each have a consumer or a stated reason', () => {
    assert.ok(emitted.length >= 15, emitted.join(' '));
    assert.deepEqual(emitted.filter((name) => !consumed.has(name) && UNHEARD[name] === undefined), [], 'neither a consumer nor a reason');
    assert.deepEqual(Object.keys(UNHEARD).filter((name) => consumed.has(name) || !emitted.includes(name)), [], 'a reason that is none any more');
  });

  it('that are consumed are emitted', () => assert.deepEqual([...consumed].filter((name) => !emitted.includes(name)), []));
});
