import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CITY_BODIES, judgeAccess, ORGANISATION_KINDS, POWERFUL_ROLES, roleFits, ROLES, UNIT_ADMINISTRATOR, type Actor, type Rule } from './policy.ts';

const clerk: Actor = { personId: 'p', personName: '王某', sessionId: 's', membershipId: 'm', organisationId: 'o', organisationName: '某单位', organisationKind: 'supplier', homeCityId: null, roles: ['supplier.clerk'], fresh: false };
const purchaser: Actor = { ...clerk, organisationKind: 'buyer', homeCityId: 'huzhou', roles: ['buyer.purchaser'] };
const forPurchasers: Rule = { who: ['buyer.purchaser', 'buyer.approver'], reach: 'own' };
const forClerks: Rule = { who: ['supplier.clerk'], reach: 'own' };

describe('judgeAccess', () => {
  const cases: readonly [string, Rule | undefined, Actor | null, string | null, ReturnType<typeof judgeAccess>][] = [
    ['nobody is allowed what has no rule', undefined, clerk, null, 'not-allowed'],
    ['anyone may, signed in or not', { who: 'anyone' }, null, 'huzhou', 'allowed'],
    ['whoever is signed in may', { who: 'signed-in' }, { ...clerk, roles: [] }, null, 'allowed'],
    ['whoever is not signed in has to', { who: 'signed-in' }, null, null, 'sign-in-needed'],
    ['a role asks for a session first', forClerks, null, null, 'sign-in-needed'],
    ['the role named may', forClerks, clerk, 'huzhou', 'allowed'],
    ['the second role named may too', forPurchasers, { ...purchaser, roles: ['buyer.approver'] }, 'huzhou', 'allowed'],
    ['one of several roles is enough', forPurchasers, { ...purchaser, roles: ['supplier.clerk', 'buyer.purchaser'] }, 'huzhou', 'allowed'],
    ['another role may not', forPurchasers, clerk, 'huzhou', 'not-allowed'],
    ['no role may not', forClerks, { ...clerk, roles: [] }, 'huzhou', 'not-allowed'],
    ['a body of the city may in its city', forPurchasers, purchaser, 'huzhou', 'allowed'],
    ['a body of another city may not', forPurchasers, purchaser, 'yunxi', 'not-allowed'],
    ['a body of a city may where no city is named', forPurchasers, purchaser, null, 'allowed'],
    ['who acts in every city may in each', forClerks, clerk, 'yunxi', 'allowed'],
    ['a body of another city may what every signed-in person may', { who: 'signed-in' }, purchaser, 'yunxi', 'allowed'],
    ['a grave act needs a fresh touch', { ...forClerks, fresh: true }, clerk, 'huzhou', 'fresh-touch-needed'],
    ['and is allowed with one', { ...forClerks, fresh: true }, { ...clerk, fresh: true }, 'huzhou', 'allowed'],
    ['the wrong role is told so before any touch', { ...forPurchasers, fresh: true }, clerk, 'huzhou', 'not-allowed'],
    ['a grave act of any signed-in person needs the touch too', { who: 'signed-in', fresh: true }, clerk, null, 'fresh-touch-needed'],
  ];
  for (const [what, rule, actor, city, answer] of cases) it(what, () => assert.equal(judgeAccess(rule, actor, city), answer));
});

describe('the roles', () => {
  it('belong each to a kind of organisation, each kind has one, and one role is any organisation’s', () => {
    const kinds = new Set(ROLES.map((role) => role.split('.')[0]!));
    assert.deepEqual(ORGANISATION_KINDS.filter((kind) => !kinds.has(kind)), []);
    assert.deepEqual([...kinds].filter((kind) => !(ORGANISATION_KINDS as readonly string[]).includes(kind)), ['unit']);
  });
  it('fit their own kind, and the administrator of a unit fits each', () => {
    for (const kind of ORGANISATION_KINDS) assert.deepEqual(ROLES.filter((role) => roleFits(kind, role)), ROLES.filter((role) => role === UNIT_ADMINISTRATOR || role.split('.')[0] === kind));
    assert.equal(UNIT_ADMINISTRATOR, 'unit.administrator');
  });
  it('that one person alone never gives are these', () => assert.deepEqual(POWERFUL_ROLES, ['unit.administrator', 'operator.administrator', 'centre.reviewer', 'housing.officer', 'buyer.approver']));
  it('of a city are those of its bodies', () => assert.deepEqual(CITY_BODIES, ['buyer', 'centre', 'housing', 'finance']));
  it('are these, and each has a name of its own', () => {
    assert.deepEqual(ROLES, ['buyer.purchaser', 'buyer.approver', 'centre.reviewer', 'housing.officer', 'finance.supervisor', 'supplier.clerk', 'laboratory.clerk', 'certifier.clerk', 'bank.clerk', 'expert.member', 'operator.administrator', 'unit.administrator']);
  });
});
