import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleNumber } from './article.ts';

test('the number of an article', () => {
  for (const [article, number] of [['第十条', 10], ['第十六条', 16], ['第二十条', 20], ['第四十二条', 42], ['第一百零三条', 103], ['第二百零一条', 201], ['第九条', 9]] as const) assert.equal(articleNumber(article), number);
});
