import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, faultOfNotice } from './notice.ts';

test('a notice leads to its page in its city, and the city stands once', () => {
  assert.equal(addressOf('/work/evidence', 'huzhou'), '/huzhou/work/evidence');
  assert.equal(addressOf('/huzhou/work/evidence', 'huzhou'), '/huzhou/work/evidence');
  assert.equal(addressOf('/huzhou-x/a', 'huzhou'), '/huzhou/huzhou-x/a');
  assert.equal(addressOf('/account', null), '/account');
  assert.equal(addressOf(null, 'huzhou'), null);
});

test('a notice names its wording and never another site', () => {
  assert.equal(faultOfNotice({ code: 'documents.notice.evidence-confirmed', path: '/work' }), null);
  assert.match(faultOfNotice({ code: 'Orders.notice.x', path: null }) ?? '', /wording/);
  for (const path of ['//evil.example', 'https://evil.example', 'work', '/\\evil.example']) assert.match(faultOfNotice({ code: 'a.notice.b', path }) ?? '', /root/, path);
});
