import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const posix = process.platform === 'win32' ? 'needs a POSIX shell' : false;

test('a reader that has enough ends the verb without a trace', { skip: posix }, () => {
  // The document is larger than a pipe holds, so that writing goes on after the reader has gone.
  const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', '"$0" main.ts openapi | head -c 1', process.execPath], { cwd: path.resolve(import.meta.dirname, '../..'), encoding: 'utf8' });
  assert.equal(status, 0);
  assert.equal(stdout, '{');
  assert.equal(stderr, '');
});
