import { after, test } from 'node:test';
import { openConfined } from '#app/confined.ts';
import { modules } from '#app/modules.ts';
import { silent } from '#platform/log.ts';
import { corpus } from './corpus.ts';
import { endsOf, readers } from './readers.ts';

const pools = openConfined(modules, silent, 1);
after(() => pools.close());

for (const reader of readers) {
  test(`${reader.pool} ${reader.fn}: the whole corpus, of its kind or not, ends in an answer or a refusal`, async () => {
    const ends = await endsOf(pools.of(reader.pool), reader, corpus);
    console.log(`${reader.fn}: ${JSON.stringify(Object.fromEntries(ends))}`);
  });
}
