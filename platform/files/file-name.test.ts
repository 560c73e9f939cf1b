import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentDisposition, downloadHeaders } from './download-headers.ts';
import { fileName, longestFileName } from './file-name.ts';

const cases: readonly [string, string][] = [
  ['检测报告.pdf', '检测报告.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\报告.PDF', '报告.PDF'],
  ['a\0b.pdf', 'ab.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie_ x=1.pdf'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['reports/', 'reports'],
  ['.htaccess', 'htaccess'],
  ['con.pdf', '_con.pdf'],
  ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ['a\ud800b.csv', 'ab.csv'],
  [`${'报'.repeat(300)}.pdf`, `${'报'.repeat(196)}.pdf`],
];
for (const [raw, clean] of cases) test(`${JSON.stringify(raw).slice(0, 40)} → ${clean.slice(0, 20)}`, () => assert.equal(fileName(raw), clean));

test('whatever comes in, the name is short, visible, without a path, and cleaning it again changes nothing', () => {
  const nasty = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('/', '\\', '..', '\u202e', '\0', '.', ' ', 'con', '\ud83d', '\u0301', '.pdf')), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(fc.property(nasty, (raw) => {
    const clean = fileName(raw);
    assert.ok(clean.length > 0 && clean.length <= longestFileName);
    assert.ok(clean.isWellFormed() && clean === clean.normalize('NFC'));
    assert.doesNotMatch(clean, /[/\\<>:"|?*\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]|^[. ]|[. ]$/u);
    assert.equal(fileName(clean), clean);
  }), { numRuns: 2000 });
});

test('the disposition is one header line of ASCII, with the real name by RFC 8187', () => {
  assert.equal(contentDisposition("报告 (1)'\"*.pdf"), `attachment; filename="__ (1)'__.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%281%29%27__.pdf`);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => assert.match(contentDisposition(raw), /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)));
});

test('a file leaves as an attachment that nothing may run', () => {
  const sent = downloadHeaders({ name: 'r.pdf', kind: 'pdf', bytes: 3, sha256: '00'.repeat(32) });
  assert.equal(sent['content-type'], 'application/pdf');
  assert.equal(sent['x-content-type-options'], 'nosniff');
  assert.match(sent['content-security-policy'] ?? '', /default-src 'none'.*sandbox/);
  assert.equal(sent['cross-origin-resource-policy'], 'same-origin');
  assert.equal(sent['content-length'], '3');
  assert.match(sent['repr-digest'] ?? '', /^sha-256=:AAAA.*=:$/);
});
