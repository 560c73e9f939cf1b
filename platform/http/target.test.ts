import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf } from './addresses.ts';
import { isOurs, judgeTarget, LONGEST_TARGET } from './target.ts';

test('addresses as browsers write them are taken', () => {
  for (const target of ['/', '/huzhou', '/api/huzhou/catalogue?q=%E6%B6%82%E6%96%99&sort=price-up', '/api/huzhou/ledger/order:0', '/x?back=/huzhou/orders%3Fpage%3D2', '/x?a=..&b=//', '/a.b/c', '/x?q=100%25']) assert.equal(judgeTarget(target), undefined, target);
});

test('addresses that two readers take for two are refused', () => {
  for (const target of ['', '*', 'http://evil.example/', 'huzhou', '//evil.example/', '/a//b', '/a/../b', '/a/..', '/./a', '/%2e%2e/a', '/%2E/a', '/a%2Fb', '/a%5cb', '/a\\b', '/a%252fb', '/a%00', '/a?q=%00', '/a?q=%0d%0aSet-Cookie:x', '/a%0A', '/a%zz', '/a%e6', '/a?q=%c0%af', '/a?q=%ed%a0%80', '/ä', '/a#b', '/a b', '/a\tb']) assert.equal(judgeTarget(target), 'target-unclear', JSON.stringify(target));
  assert.equal(judgeTarget(`/${'a'.repeat(LONGEST_TARGET)}`), 'target-too-long');
});

test('only the published name is ours, with its port where it has one', () => {
  assert.ok(isOurs('city.example', 'https://city.example') && isOurs('City.Example:443', 'https://city.example') && isOurs('localhost:3000', 'http://localhost:3000'));
  for (const host of [null, '', 'evil.example', 'city.example.evil.example', 'city.example:444', 'city.example:80', 'city.example@evil.example', '127.0.0.1', 'city.example, evil.example']) assert.equal(isOurs(host, 'https://city.example'), false, String(host));
});

test('an address knows its methods and the names of its steps; a fixed word goes first', () => {
  const addresses = addressesOf([{ method: 'GET', path: '/api/{city}/orders' }, { method: 'POST', path: '/api/{city}/orders' }, { method: 'GET', path: '/api/documents/:kind' }, { method: 'GET', path: '/api/{city}/{thing}' }, { method: 'PUT', path: '/api/documents/files' }]);
  assert.deepEqual(addresses.at('/api/huzhou/orders'), { methods: ['GET', 'HEAD', 'OPTIONS', 'POST'], parameters: ['city'], template: '/api/:city/orders' });
  assert.deepEqual(addresses.at('/api/documents/files')?.parameters, []);
  assert.deepEqual(addresses.at('/api/documents/files')?.methods, ['GET', 'HEAD', 'OPTIONS', 'PUT']);
  assert.equal(addresses.at('/api/huzhou/orders/1'), undefined);
  assert.equal(addresses.at('/api/huzhou/orders/'), undefined, 'a slash behind is another address');
});
