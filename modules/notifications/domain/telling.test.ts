import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { NOTICE_CLASSES } from '#kernel/notice.ts';
import { faultsOf } from '#kernel/transitions.ts';
import { addressOn, masked } from './address.ts';
import { CHANNELS, wayOf, WAYS, waysOf } from './channels.ts';
import { claimOpen, codeOf, typedCode } from './code.ts';
import { digestDue } from './digest.ts';
import { harmless, hrefOf, htmlText, plainText, subjectOf, type Spoken } from './letter.ts';
import { messageLife, nextAttempt } from './message-life.ts';

test('the life of a message has no dead end and no state that nobody reaches', () => assert.deepEqual(faultsOf(messageLife), []));

test('whatever was chosen, a legal notice is told at once; nothing else is told in a way that is not offered', () => {
  for (const channel of CHANNELS) {
    for (const chosen of [undefined, ...WAYS]) {
      assert.equal(wayOf(channel, 'legal', chosen), 'at-once');
      for (const of of NOTICE_CLASSES) assert.ok(waysOf(channel, of).includes(wayOf(channel, of, chosen)), `${channel} ${of} ${chosen ?? 'usual'}`);
    }
  }
  assert.equal(wayOf('mail', 'progress', 'off'), 'off');
  assert.equal(wayOf('sms', 'progress', 'digest'), 'off', 'no telephone is rung for a digest');
});

test('addresses are kept in one form, and shown so that nobody can write to them', () => {
  assert.deepEqual(['13800001234', '+86 138-0000-1234', '008613800001234'].map((text) => addressOn('sms', text)), Array(3).fill('+8613800001234'));
  assert.equal(addressOn('sms', '+1 202 555 0100'), '+12025550100');
  for (const bad of ['12345', '23800001234', '+861380000', '138000012345', '１３８００００１２３４']) assert.equal(addressOn('sms', bad), undefined, bad);
  assert.equal(addressOn('mail', 'o.brien+x@Sub.Example.CN'), 'o.brien+x@sub.example.cn');
  assert.equal(masked('li.yi@works.example'), 'l***@w***.example');
  assert.equal(masked('+8613800001234'), '+86138****1234');
});

test('a message is tried again at growing distances while it is worth sending', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const until = new Date('2026-11-25T00:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => nextAttempt(n, now, until)).map((at) => (at === undefined ? undefined : (at.getTime() - now.getTime()) / 60_000));
  assert.deepEqual(waits, [1, 5, 15, 60, 240, 720, 1_440, undefined]);
  assert.equal(nextAttempt(1, until, until), undefined);
});

test('a code has eight digits and its end', () => {
  assert.equal(codeOf(new Uint8Array(16)), '00000000');
  assert.match(codeOf(new Uint8Array(16).fill(255)), /^\d{8}$/);
  assert.deepEqual([typedCode(' １234 5678 '), typedCode('1234-567'), typedCode('123456789')], ['12345678', undefined, undefined]);
  const claim = { expiresAt: new Date(1_000), tries: 4, codeHash: 'x' };
  assert.equal(claimOpen(claim, new Date(999)), true);
  assert.equal(claimOpen(claim, new Date(1_000)), false);
  assert.equal(claimOpen({ ...claim, tries: 5 }, new Date(0)), false);
  assert.equal(claimOpen({ ...claim, codeHash: null }, new Date(0)), false, 'no code went out yet');
});

test('a digest is due once a day from its hour on, and comes late rather than never', () => {
  const today = day('2026-11-22');
  assert.equal(digestDue({ day: today, hour: 7 }, 8, null), false);
  assert.equal(digestDue({ day: today, hour: 8 }, 8, day('2026-11-21')), true);
  assert.equal(digestDue({ day: today, hour: 23 }, 8, day('2026-11-20')), true, 'after a stop');
  assert.equal(digestDue({ day: today, hour: 9 }, 8, today), false);
});

test('what strangers wrote becomes neither a header, nor a tag, nor a link', () => {
  assert.equal(subjectOf('【青采】', 'a\r\nBcc: x\u2028y\u0000z\u202eq'), '【青采】a Bcc: x y z q');
  assert.equal([...subjectOf('', '长'.repeat(500))].length, 120);
  assert.equal(harmless('见 https://evil.example 和 www.evil.example\u0007'), '见 https: //evil.example 和 www .evil.example');
  for (const path of ['https://evil.example', '//evil.example', '/\\evil.example', '/a b', '/a\nb', '']) assert.throws(() => hrefOf('https://qingcai.example', path), path);
  assert.equal(hrefOf('https://qingcai.example', '/join#t'), 'https://qingcai.example/join#t');
  const spoken: Spoken = { language: 'en', subject: '<s>', greeting: '"><script>', paragraphs: ["<img src=x onerror='1'>&amp;"], link: { label: '<b>', href: 'https://qingcai.example/"x' }, foot: ['</div>'] };
  assert.doesNotMatch(htmlText(spoken), /<(script|img|b>|s>)|"x"/);
  assert.ok(plainText(spoken).includes('https://qingcai.example/"x'));
});
