import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { antdTheme, tokensOf } from './antd-theme.ts';

const token = tokensOf(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

test('antd takes its colours and measures from tokens.css', () => {
  const theme = antdTheme(token, false);
  assert.equal(theme.token?.colorPrimary, '#12695a');
  assert.equal(theme.token?.colorTextPlaceholder, token('mo-500'));
  assert.equal(theme.token?.fontSize, 14);
  assert.equal(theme.token?.lineHeight, 1.7);
  assert.equal(theme.token?.controlHeight, 36);
  assert.match(theme.token?.fontFamily ?? '', /^"PingFang SC"/);
});

test('no value of the theme is missing', () => {
  const values = JSON.stringify(antdTheme(token, true));
  assert.doesNotMatch(values, /null|undefined|var\(/);
});

test('a token that is not in tokens.css stops the build', () => {
  assert.throws(() => token('qing-650'), /no --qing-650/);
});
