import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceOf } from './device.ts';
import { freshlyTouched } from './fresh.ts';
import { loginOf, passwordFault } from './login.ts';
import { faultOfRoles } from './roles.ts';
import { sessionAlive, sessionEnd } from './session.ts';

const at = (text: string): Date => new Date(`2026-11-22T${text}Z`);

test('a session ends by idleness, by age, or by sign-out', () => {
  const open = { lastSeenAt: at('08:00:00'), endsAt: sessionEnd(at('00:00:00')), endedAt: null };
  assert.equal(sessionAlive(open, at('08:29:59.999')), true);
  assert.equal(sessionAlive(open, at('08:30:00')), false, 'idle for half an hour');
  assert.equal(sessionAlive({ ...open, lastSeenAt: at('11:59:00') }, at('11:59:59.999')), true);
  assert.equal(sessionAlive({ ...open, lastSeenAt: at('11:59:00') }, at('12:00:00')), false, 'twelve hours old');
  assert.equal(sessionAlive({ ...open, endedAt: at('08:00:01') }, at('08:00:02')), false, 'signed out');
});

test('a touch is fresh for five minutes, half-open', () => {
  assert.equal(freshlyTouched(at('08:00:00'), at('08:04:59.999')), true);
  assert.equal(freshlyTouched(at('08:00:00'), at('08:05:00')), false);
});

test('a device is known by browser and system, and nothing else of its header is kept', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
  assert.equal(deviceOf(windows), 'Chrome · Windows');
  assert.equal(deviceOf(`${windows} Edg/140.0.0.0`), 'Edge · Windows');
  assert.equal(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'), 'Safari · iOS');
  assert.equal(deviceOf('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0'), '微信 WeChat · Android');
  assert.equal(deviceOf('curl/8.5.0'), '');
});

test('a login is kept in one form', () => {
  assert.equal(loginOf('  Li.Yi@Example '), 'li.yi@example');
  for (const bad of ['', 'ab', '李乙', 'a b c', '-abc', 'a'.repeat(65)]) assert.equal(loginOf(bad), undefined, bad);
});

test('a password is judged by its length', () => {
  assert.equal(passwordFault('九个字的口令不够长', 'x'), 'password-too-short');
  assert.equal(passwordFault('十个字的口令已经够长', 'x'), null);
  assert.equal(passwordFault('a'.repeat(129), 'x'), 'password-too-long');
  assert.equal(passwordFault('Liyi-2026-demo', 'liyi-2026-demo'), 'password-is-login');
});

test('a role belongs to its kind of organisation', () => {
  assert.equal(faultOfRoles('buyer', ['buyer.purchaser', 'buyer.approver']), null);
  assert.equal(faultOfRoles('supplier', ['supplier.clerk', 'centre.reviewer']), 'centre.reviewer');
});
