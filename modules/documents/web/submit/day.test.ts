import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayTyped } from './day.ts';

test('a day is taken as it stands on paper', () => {
  for (const typed of ['2026-01-05', '2026/1/5', '2026.01.05', '20260105', '2026年1月5日', ' 2026 年 1 月 5 日 ', '２０２６－０１－０５']) assert.equal(dayTyped(typed), '2026-01-05', typed);
});

test('what is no day is left for the server to refuse', () => {
  for (const typed of ['', '5/1/2026', '长期', '2026-13', '2026-01-05 至 2031-01-04']) assert.equal(dayTyped(typed), typed);
});
