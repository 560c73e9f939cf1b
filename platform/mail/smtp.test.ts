import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Handed, Mail } from './carrier.ts';
import { smtpSettings } from './settings.ts';
import { smtpCarrier, type SmtpLimits } from './smtp.ts';
import { anSmtpServer, headerOf, partsOf, USER, type SmtpForTests } from './test-kit/smtp-server.ts';

const FROM = '青采 <noreply@huzhou.example>';
const mail: Mail = { id: '0198a000-0000-7000-8000-000000000001', to: 'li.yi@works.example', subject: '【青采】订单 1 待确认', text: '请确认。\n. 一个点\n..', html: '<p>请确认。</p>', language: 'zh-CN' };
const yes = (): Promise<boolean> => Promise.resolve(true);

const hand = (server: Pick<SmtpForTests, 'url' | 'ca'>, given: { last?: () => Promise<boolean>; limits?: SmtpLimits; url?: string; mail?: Partial<Mail> } = {}): Promise<Handed> =>
  smtpCarrier(smtpSettings(given.url ?? server.url, FROM), 'qingcai.example', { ca: server.ca, ...given.limits }).hand({ ...mail, ...given.mail }, given.last ?? yes);

for (const tls of ['starttls', 'from-start'] as const) {
  test(`mail is handed over with TLS (${tls}) and a password, and arrives as it was written`, async () => {
    const server = await anSmtpServer({ tls });
    assert.deepEqual(await hand(server), { outcome: 'accepted', answer: '250 2.0.0' });
    const [got] = server.received;
    assert.deepEqual([got!.from, got!.to, got!.tls, got!.user], ['noreply@huzhou.example', ['li.yi@works.example'], true, USER]);
    assert.equal(headerOf(got!.raw, 'Subject'), mail.subject);
    assert.equal(headerOf(got!.raw, 'From'), FROM);
    assert.equal(headerOf(got!.raw, 'Message-ID'), `<${mail.id}@qingcai.example>`);
    assert.equal(headerOf(got!.raw, 'Auto-Submitted'), 'auto-generated');
    assert.deepEqual([partsOf(got!.raw).text.trimEnd().replaceAll('\r\n', '\n'), partsOf(got!.raw).html.trim()], [mail.text, mail.html]);
    await hand(server);
    assert.equal(headerOf(server.received[1]!.raw, 'Message-ID'), headerOf(got!.raw, 'Message-ID'), 'a repeat bears the same Message-ID');
  });
}

const server = await anSmtpServer();

test('what the server says of the message is final or not, by its code; its words are left behind', async () => {
  server.mood = 'refuses-recipient';
  assert.deepEqual(await hand(server), { outcome: 'refused', answer: '550 5.1.1' });
  server.mood = 'not-now';
  assert.deepEqual(await hand(server), { outcome: 'deferred', answer: '451 4.3.2' });
  server.mood = 'refuses-content';
  assert.deepEqual(await hand(server), { outcome: 'refused', answer: '554 5.7.1' });
  server.mood = 'not-this-content-now';
  assert.deepEqual(await hand(server), { outcome: 'deferred', answer: '452 4.2.2' }, 'an answered end is no unknown');
});

test('a line that is cut before the end hands nothing over; after it nobody knows', async () => {
  server.mood = 'cut-in-the-middle';
  const seen = server.received.length;
  assert.equal((await hand(server, { mail: { text: '长'.repeat(200_000) }, last: () => new Promise(() => {}) })).outcome, 'deferred');
  assert.equal(server.received.length, seen);
  server.mood = 'cut-after-the-end';
  assert.equal((await hand(server)).outcome, 'unknown');
  assert.equal(server.received.length, seen + 1, 'and the server did have it');
});

test('a server that never answers is left, and what was handed over stays unknown', async () => {
  server.mood = 'silent';
  assert.deepEqual(await hand(server, { limits: { silenceMillis: 2_500 } }), { outcome: 'unknown', answer: 'ETIMEDOUT' });
  assert.deepEqual(await hand(server, { limits: { wholeMillis: 2_500 } }), { outcome: 'unknown', answer: 'ETIMEDOUT' });
});

test('without the word that it may end, a message is never completed', async () => {
  server.mood = 'takes';
  const seen = server.received.length;
  assert.deepEqual(await hand(server, { last: () => Promise.resolve(false) }), { outcome: 'stopped' });
  assert.equal((await hand(server, { last: () => Promise.reject(new Error('the database is away')) })).outcome, 'deferred');
  assert.equal(server.received.length, seen);
});

test('nothing is said without TLS, to a stranger’s certificate, or with a wrong password; the message is not to blame', async () => {
  server.mood = 'takes';
  const seen = server.received.length;
  const bare = await anSmtpServer({ tls: 'not-offered' });
  assert.equal((await hand(bare)).outcome, 'deferred');
  assert.equal(bare.received.length, 0);
  const stranger = await anSmtpServer();
  assert.equal((await hand({ url: server.url, ca: stranger.ca })).outcome, 'deferred');
  assert.deepEqual(await hand(server, { url: server.url.replace(/:[^:@]+@/, ':wrong@') }), { outcome: 'deferred', answer: '535 5.7.8' });
  assert.equal(server.received.length, seen);
});

test('nobody at the door, and one who never greets', async () => {
  const mute = createServer(() => {});
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  after(() => mute.close());
  const { port } = mute.address() as AddressInfo;
  const away = await hand(server, { url: `smtp://u:p@localhost:1` });
  assert.equal(away.outcome, 'deferred');
  assert.deepEqual(await hand(server, { url: `smtp://u:p@localhost:${port}`, limits: { silenceMillis: 300 } }), { outcome: 'deferred', answer: 'ETIMEDOUT' });
});

test('whatever stands in subject and address, no header is added and no other recipient named', async () => {
  server.mood = 'takes';
  const subject = '订单\r\nBcc: thief@evil.example\r\n\r\n<script>';
  await hand(server, { mail: { subject } });
  const { raw, to } = server.received.at(-1)!;
  assert.deepEqual(to, [mail.to]);
  assert.equal(headerOf(raw, 'Bcc'), undefined);
  assert.match(headerOf(raw, 'Subject')!, /^订单 +Bcc: thief/);
  const seen = server.received.length;
  const other = await hand(server, { mail: { to: 'a@b.example>\r\nRCPT TO:<thief@evil.example' } });
  assert.notEqual(other.outcome, 'accepted');
  assert.equal(server.received.length, seen);
});

test('settings are understood or refused with a remedy, and never repeat the password', () => {
  assert.deepEqual(smtpSettings('smtps://a%40b:p%3A%40ss@mail.example', FROM), { host: 'mail.example', port: 465, tls: 'from-start', credentials: { user: 'a@b', pass: 'p:@ss' }, from: { address: 'noreply@huzhou.example', name: '青采' } });
  assert.deepEqual([smtpSettings('smtp://mail.example', 'a@b.example').tls, smtpSettings('smtp://mail.example', 'a@b.example').port], ['starttls', 587]);
  assert.equal(smtpSettings('smtp://127.0.0.1:25', 'a@b.example').tls, 'none', 'a relay of this machine');
  assert.equal(smtpSettings('smtp://u:p@localhost:25', 'a@b.example').tls, 'starttls', 'a password is never said in the clear');
  for (const url of ['http://u:secret@x', 'mail.example', 'smtp://u:secret@h/path', 'smtp://u:secret@h?tls=no', '']) {
    assert.throws(() => smtpSettings(url, FROM), (error: Error) => /QINGCAI_SMTP_URL/.test(error.message) && !error.message.includes('secret'), url);
  }
  for (const from of [undefined, '', 'nobody', 'A <a@b.example>\r\nBcc: c@d.example', '"x" <a@b.example>']) assert.throws(() => smtpSettings('smtps://h', from), /QINGCAI_MAIL_FROM/, String(from));
});
