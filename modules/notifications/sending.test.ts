import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ORIGIN, testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { must, ok } from '#kernel/result.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import type { MailCarrier } from '#platform/mail/carrier.ts';
import { smtpSettings } from '#platform/mail/settings.ts';
import { smtpCarrier } from '#platform/mail/smtp.ts';
import { anSmtpServer, headerOf, partsOf } from '#platform/mail/test-kit/smtp-server.ts';
import { tellByMail, type Letter } from './index.ts';
import { aContact, aNotification } from './test-kit/builders.ts';

const server = await anSmtpServer();
/** The real carrier, with a place to stand between it and the server. */
const real = smtpCarrier(smtpSettings(server.url, '青采 <noreply@huzhou.example>'), 'qingcai.example', { ca: server.ca, silenceMillis: 10_000 });
const between: { hand?: MailCarrier['hand'] | undefined } = {};
const t = await testPlatform({ carriers: { origin: ORIGIN, mail: { hand: (mail, last) => (between.hand ?? real.hand)(mail, last) }, sms: null } });

let people = 0;
const reachable = async (options: Parameters<typeof t.person>[1] = {}): Promise<{ person: TestPerson; address: string }> => {
  const person = await t.person('supplier.clerk', options);
  const address = `clerk${(people += 1)}@supplier.example`;
  await aContact(t, person, address);
  return { person, address };
};
const mailsTo = (address: string) => server.received.filter((one) => one.to.includes(address));
const sent = async (as: TestPerson) => (await t.request('GET', '/api/notifications/sent', { as })).body as { rows: { id: string; state: string; reason: string | null; answer: string | null; address: string | null; attempts: number; nextAt: string | null; text: Record<string, string>; basis: string | null; path: string | null; kind: string }[]; total: number };
/** Time passes for what waits. */
const later = async (): Promise<void> => {
  await sql`update notifications.message set not_before = now(), handing_at = handing_at - interval '1 day'`.execute(t.everything.kysely);
  await t.drain();
};
const TASK = { kind: { class: 'task' }, code: 'documents.notice.evidence-refused', facts: { kind: 'EPD', number: 'EPD-7', reason: '页码缺失' } } as const;

test('a notice reaches each colleague who confirmed an address once, in their language, with the way to its page', async () => {
  server.mood = 'takes';
  const { person, address } = await reachable({ name: '吴照庭' });
  const { person: english, address: theirs } = await reachable({ with: person });
  await t.request('PUT', '/api/notifications/settings', { as: english, body: { language: 'en', digestHour: 8, choices: [] } });
  const silent = await t.person('supplier.clerk', { with: person });
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  await t.drain();
  const [got, ...more] = mailsTo(address);
  assert.equal(more.length, 0);
  const { text, html } = partsOf(got!.raw);
  assert.equal(headerOf(got!.raw, 'Subject'), '【青采】证明材料未予确认：环境产品声明 EPD-7。理由：页码缺失');
  for (const part of [text, html]) {
    assert.match(part, /吴照庭/);
    assert.ok(part.includes(`${ORIGIN}/huzhou/work/evidence`), part);
    assert.match(part, /演示城市/);
  }
  assert.match(headerOf(mailsTo(theirs)[0]!.raw, 'Subject')!, /^\[Qingcai\] Evidence not confirmed/);
  const { rows } = await sent(person);
  assert.deepEqual(rows.map((row) => [row.state, row.answer, row.attempts, row.address]), [['handed-over', '250 2.0.0', 1, 'c***@s***.example']]);
  assert.equal((await sent(silent)).total, 0);
});

test('a message links to this platform alone, shows nothing from elsewhere, and lets no stranger write its form', async () => {
  server.mood = 'takes';
  const { person, address } = await reachable();
  await aNotification(t, person, { ...TASK, city: t.huzhou, facts: { kind: 'EPD', number: 'x\r\nBcc: thief@evil.example', reason: '<img src="https://evil.example/p.png"><a href="http://evil.example">点这里</a> www.evil.example \u202e' } });
  await t.drain();
  const [got] = mailsTo(address);
  assert.deepEqual(got!.to, [address]);
  assert.equal(headerOf(got!.raw, 'Bcc'), undefined);
  const { text, html } = partsOf(got!.raw);
  assert.doesNotMatch(html, /<(img|script|link|iframe)|<[^>]*\b(src|background)=|url\(/i);
  assert.deepEqual([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href!).origin).filter((origin) => origin !== ORIGIN), []);
  for (const part of [text, html]) {
    assert.doesNotMatch(part, /https?:\/\/evil|www\.evil|\u202e/);
    assert.deepEqual([...part.matchAll(/https?:\/\/[^\s"<]+/g)].map(([url]) => new URL(url).origin).filter((origin) => origin !== ORIGIN), []);
  }
});

test('a server that will not now is asked again, at growing distances; one that never will is believed', async () => {
  const { person, address } = await reachable();
  server.mood = 'not-now';
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  await t.drain();
  let [row] = (await sent(person)).rows;
  assert.deepEqual([row!.state, row!.answer, row!.attempts], ['waiting', '451 4.3.2', 1]);
  assert.ok(Date.parse(row!.nextAt!) > Date.now(), 'it waits');
  server.mood = 'takes';
  await later();
  [row] = (await sent(person)).rows;
  assert.deepEqual([row!.state, row!.attempts], ['handed-over', 2]);
  assert.equal(mailsTo(address).length, 1);

  server.mood = 'refuses-recipient';
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  await later();
  [row] = (await sent(person)).rows;
  assert.deepEqual([row!.state, row!.answer, row!.attempts], ['refused', '550 5.1.1', 1]);

  server.mood = 'not-now';
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  for (let i = 0; i < 9; i++) await later();
  [row] = (await sent(person)).rows;
  assert.deepEqual([row!.state, row!.attempts], ['given-up', 8]);
});

test('handed over without an answer is unknown, and is not repeated; a person may', async () => {
  const { person, address } = await reachable();
  const operator = await t.person('operator.administrator');
  server.mood = 'cut-after-the-end';
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  server.mood = 'takes';
  await later();
  let [row] = (await sent(person)).rows;
  assert.equal(row!.state, 'unknown');
  assert.equal(mailsTo(address).length, 1, 'the server had it, and only once');
  const again = (key: string) => t.request('POST', `/api/notifications/messages/${row!.id}/again`, { as: operator, body: {}, key });
  assert.equal((await again('again-by-hand-1')).status, 200);
  assert.equal((await again('again-by-hand-1')).status, 200, 'a repeat is the same answer');
  await t.drain();
  [row] = (await sent(person)).rows;
  assert.equal(row!.state, 'handed-over');
  const [first, second] = mailsTo(address);
  assert.equal(headerOf(second!.raw, 'Message-ID'), headerOf(first!.raw, 'Message-ID'), 'a mailbox can tell the repeat');
  assert.equal((await again('again-by-hand-2')).status, 409, 'what was taken is not sent again');
});

test('a process that dies before the last bytes leaves the message to the next; one that dies after them leaves it unknown', async () => {
  server.mood = 'takes';
  const { person, address } = await reachable();
  // Dies: nothing more is heard of the attempt, and the round of this process ends.
  const dying = (after: boolean): MailCarrier['hand'] => async (mail, last) => {
    if (after) await last();
    void mail;
    return { outcome: 'stopped' };
  };
  between.hand = dying(false);
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  assert.equal((await sent(person)).rows[0]!.state, 'waiting');
  between.hand = undefined;
  await t.drain();
  assert.equal(mailsTo(address).length, 0, 'its attempt may still be under way');
  await later();
  assert.deepEqual([(await sent(person)).rows[0]!.state, mailsTo(address).length], ['handed-over', 1]);

  between.hand = dying(true);
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  between.hand = undefined;
  assert.equal((await sent(person)).rows[0]!.state, 'handing-over');
  await later();
  assert.deepEqual([(await sent(person)).rows[0]!.state, (await sent(person)).rows[0]!.answer, mailsTo(address).length], ['unknown', 'interrupted', 1]);
});

test('an attempt that was overtaken never completes its message', async () => {
  server.mood = 'takes';
  const { person, address } = await reachable();
  between.hand = async (mail, last) => {
    between.hand = undefined;
    // Slow beyond its term: meanwhile another process has taken the message and sent it.
    await later();
    return real.hand(mail, last);
  };
  await aNotification(t, person, { ...TASK, city: t.huzhou });
  await t.drain();
  assert.equal(mailsTo(address).length, 1);
  assert.deepEqual((await sent(person)).rows.map((row) => [row.state, row.attempts]), [['handed-over', 2]]);
});

test('who has left, withdrawn the address or said no is not written to; legal notices are told all the same', async () => {
  server.mood = 'takes';
  const { person: left } = await reachable();
  const { person: dropped } = await reachable();
  const { person: quiet, address } = await reachable();
  for (const person of [left, dropped, quiet]) await aNotification(t, person, { ...TASK, city: t.huzhou });
  // Passed on, not yet sent.
  await t.platform.modules.find((m) => m.name === 'notifications')!.rounds![2]!.turn(t.platform.working);
  await sql`update identity.membership set ended_at = now() where id = ${left.membershipId}`.execute(t.everything.kysely);
  assert.equal((await t.request('DELETE', '/api/notifications/addresses/mail', { as: dropped, body: {} })).status, 200);
  const off = { language: 'zh-CN', digestHour: 8, choices: [{ channel: 'mail', class: 'task', way: 'off' }, { channel: 'mail', class: 'progress', way: 'off' }] };
  assert.equal((await t.request('PUT', '/api/notifications/settings', { as: quiet, body: off })).status, 200);
  await t.drain();
  assert.deepEqual([(await sent(left)).rows[0]!.reason, (await sent(dropped)).rows[0]!.reason, (await sent(quiet)).rows[0]!.reason], ['left-the-organisation', 'no-address', 'not-wanted']);
  const forbidden = await t.request('PUT', '/api/notifications/settings', { as: quiet, body: { ...off, choices: [{ channel: 'mail', class: 'legal', way: 'off' }] } });
  assert.deepEqual([forbidden.status, forbidden.body.code, forbidden.body.data.field], [422, 'legal-notice', 'choices.0.way']);
  await aNotification(t, quiet, { code: 'orders.notice.confirmed', kind: { class: 'legal', basis: '民法典第四百八十条' }, facts: { from: '某公司', number: 'D1' }, city: t.huzhou });
  await t.drain();
  assert.equal(mailsTo(address).length, 1);
  assert.match(partsOf(mailsTo(address)[0]!.raw).text, /不能关闭。依据：民法典第四百八十条/);
});

test('what can wait comes once a day in one digest, only what is unread and was in none before', async () => {
  server.mood = 'takes';
  const { person, address } = await reachable({ name: '吴照庭' });
  await t.request('PUT', '/api/notifications/settings', { as: person, body: { language: 'zh-CN', digestHour: 0, choices: [] } });
  const PROGRESS = { kind: { class: 'progress' }, code: 'documents.notice.evidence-confirmed', city: t.huzhou } as const;
  const tell = (number: string) => aNotification(t, person, { ...PROGRESS, facts: { kind: 'EPD', number } });
  const nextDay = () => withConnection(t.ownerUrl, async (owner) => {
    await owner.query('update notifications.digest set last_day = last_day - 1 where person_id = $1', [person.personId]);
    await owner.query(`update notifications.message set digest_day = digest_day - (select count(*)::int from notifications.message d where d.person_id = $1 and d.kind = 'digest')
      where person_id = $1 and digest_day = (select max(digest_day) from notifications.message d where d.person_id = $1)`, [person.personId]);
  });
  const read = await tell('EPD-1');
  await tell('EPD-2');
  await tell('EPD-3 https://evil.example');
  await t.request('POST', '/api/notifications/read', { as: person, body: { ids: [read] } });
  await t.drain();
  await tell('EPD-4');
  await t.drain();
  assert.equal(mailsTo(address).length, 1, 'one a day');
  const { text, html } = partsOf(mailsTo(address)[0]!.raw);
  assert.equal(headerOf(mailsTo(address)[0]!.raw, 'Subject'), '【青采】每日汇总：2 条未读消息');
  assert.doesNotMatch(text, /EPD-1|EPD-4|https:\/\/evil/);
  assert.ok(text.includes('EPD-2') && text.includes('EPD-3') && html.includes(`${ORIGIN}/huzhou/work/evidence`));
  await nextDay();
  await t.drain();
  assert.equal(mailsTo(address).length, 2);
  assert.match(partsOf(mailsTo(address)[1]!.raw).text, /EPD-4/);
  assert.doesNotMatch(partsOf(mailsTo(address)[1]!.raw).text, /EPD-2|EPD-3/);
  await nextDay();
  await t.drain();
  assert.equal(mailsTo(address).length, 2, 'nothing new, nothing sent');
});

test('neither the ledger nor the operator learns an address or a word', async () => {
  const { rows } = await sql<{ body: string }>`select content as body from ledger.entry where kind = 'message-settled'`.execute(t.everything.kysely);
  assert.ok(rows.length > 5);
  for (const { body } of rows) assert.doesNotMatch(body, /@|EPD/);
  const operator = await t.person('operator.administrator');
  const { body } = await t.request('GET', '/api/notifications/messages', { as: operator });
  assert.ok(body.rows.length > 5 && body.counts.unknown >= 1);
  assert.doesNotMatch(JSON.stringify(body), /@supplier|EPD|clerk\d/);
});

test('a letter to a bare address takes its secret and the address out of the database when it is settled', async () => {
  server.mood = 'takes';
  const letter = (given: Partial<Letter>) => t.act({}, async (call) => {
    call.record({ kind: 'noted', subject: 'letter', body: {}, cityId: null });
    const told = await tellByMail(call, { code: 'notifications.letter.unknown', facts: { name: 'S3CRET' }, to: { address: 'guest@else.example', language: 'en' }, path: '/join#T0KEN', cityId: null, ...given });
    return told.ok ? ok(told.value.messageId) : told;
  });
  const id = must(await letter({}));
  const row = async () => (await sql<Record<string, unknown>>`select m.*, c.address, c.facts, c.path, d.address as destination from notifications.message m left join notifications.content c on c.message_id = m.id left join notifications.destination d on d.message_id = m.id where m.id = ${id}`.execute(t.everything.kysely)).rows[0]!;
  assert.equal((await row())['address'], 'guest@else.example');
  await t.drain();
  const [got] = mailsTo('guest@else.example');
  assert.ok(partsOf(got!.raw).text.includes(`${ORIGIN}/join#T0KEN`));
  const after = await row();
  assert.deepEqual([after['state'], after['address'], after['facts'], after['path'], after['destination'], after['sent_to']], ['handed-over', null, null, null, null, 'g***@e***.example']);
  assert.equal((await letter({ to: { address: 'not an address', language: 'en' } })).ok, false);
  await assert.rejects(letter({ path: '//evil.example' }), /this platform alone/);
  const expired = must(await letter({ until: new Date(Date.now() - 1_000) }));
  await t.drain();
  const { rows } = await sql<{ state: string; reason: string; address: null }>`select m.state, m.reason, c.address from notifications.message m left join notifications.content c on c.message_id = m.id where m.id = ${expired}`.execute(t.everything.kysely);
  assert.deepEqual(rows[0], { state: 'withheld', reason: 'too-late', address: null });
});
