import { Agent } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { httpApp } from '#app/server.ts';
import { listen } from '#platform/http/listen.ts';
import { grams, normalised } from '#modules/catalogue/domain/search-text.ts';
import { paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { newId } from '#platform/clock.ts';
import { ground } from './ground.ts';
import { machine, median, rounded, ROUNDS, send, type Measurement } from './measure.ts';

const PRODUCTS = 100_000;
const HEADS = ['净味', '抗菌', '竹炭', '高强', '轻质', '超低', '耐候', '环保', '防霉', '低碳', '纳米', '自洁'];
const THINGS = ['内墙涂料', '外墙涂料', '刨花板', '岩棉板', '陶瓷砖', '预拌混凝土', '加气砌块', '防水卷材', '铝合金窗', '木质地板', '水泥', '石膏板', '保温砂浆', '密封胶'];
const TAILS = ['一型', '二型', '专业款', '工程款', '经济款', '旗舰款', 'E0级', 'E1级', 'A级'];
/** Common and rare words, of two characters and more; the last one occurs nowhere. */
const WORDS = ['水泥', '竹炭', '刨花板', '内墙涂料', '防霉岩棉板', 'E1级', '稀土', '示例00777', '琉璃瓦'];

/** Chinese text with total over 100,000 products: hit counts against a plain scan first, then time over HTTP beside FTS5 in process. */
export async function bench(say: (line: string) => void): Promise<Measurement[]> {
  const { t, cluster, close } = await ground();
  await paintStandard(t);
  const names = generated();
  say(`search: filling ${PRODUCTS} products …`);
  await fill(t.everything.pool, t.huzhou.id, names);
  await settled(cluster.ownerUrl);
  const floor = fts5(names);
  const scanned = names.map(normalised);
  const app = httpApp(t.platform, { publicOrigin: 'http://localhost:1', webFolder: null, ready: () => true });
  const server = await listen(app, 0, '127.0.0.1');
  const agent = new Agent({ keepAlive: true });
  const ask = async (word: string): Promise<number> => (JSON.parse(await send(agent, server.port, { method: 'GET', path: `/api/huzhou/catalogue?counts=none&q=${encodeURIComponent(word)}`, headers: { Host: 'localhost:1' } })) as { total: number }).total;

  let found = 0;
  let there = 0;
  let floorFound = 0;
  for (const word of WORDS) {
    const scan = scanned.filter((name) => name.includes(normalised(word))).length;
    const total = await ask(word);
    const sqlite = floor(word);
    say(`search ${word}: ours ${total}, plain scan ${scan}, FTS5 ${sqlite}`);
    found += Math.min(total, scan) - Math.abs(total - scan);
    there += scan;
    floorFound += sqlite;
  }
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of WORDS) {
      const at = performance.now();
      await ask(word);
      const between = performance.now();
      floor(word);
      times.ours.push(between - at);
      times.floor.push(performance.now() - between);
    }
  }
  agent.destroy();
  await server.stop();
  await close();
  const recall = there === 0 ? 0 : found / there;
  const conditions = `${machine()}; ${PRODUCTS} generated products, ${WORDS.length} words of 2 to 7 characters, page of 20 with total; ours over HTTP with database and JSON, floor in process`;
  return [
    { path: 'search recall against a plain scan', ours: rounded(recall, 4), floor: rounded(floorFound / there, 4), ratio: null, goal: '1', holds: recall === 1, conditions },
    { path: 'search with total, ms', ours: rounded(median(times.ours), 2), floor: rounded(median(times.floor), 3), ratio: rounded(median(times.ours) / median(times.floor), 1), goal: 'none set beside FTS5; Groonga absent', holds: null, conditions },
    { path: 'search with total, worst word, ms', ours: rounded(Math.max(...WORDS.map((_, i) => median(times.ours.filter((__, at) => at % WORDS.length === i)))), 2), floor: rounded(Math.max(...WORDS.map((_, i) => median(times.floor.filter((__, at) => at % WORDS.length === i)))), 2), ratio: null, goal: 'none set', holds: null, conditions },
  ];
}

/** The same names every time: a plain congruence decides. */
function generated(): string[] {
  let state = 20_261_122;
  const pick = (list: readonly string[]): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list[Math.floor((state / 2_147_483_648) * list.length)]!;
  };
  return Array.from({ length: PRODUCTS }, (_, i) => `${pick(HEADS)}${pick(THINGS)}${i % 997 === 0 ? '稀土' : ''}${pick(TAILS)} 示例${String(i).padStart(5, '0')}`);
}

async function fill(pool: pg.Pool, cityId: string, names: readonly string[]): Promise<void> {
  const organisation = newId();
  await pool.query(`insert into identity.organisation (id, kind, name, credit_code, home_city_id, demo, created_at) values ($1, 'supplier', '示例供应商', null, null, true, now())`, [organisation]);
  for (let from = 0; from < names.length; from += 2_000) {
    const part = names.slice(from, from + 2_000).map((name) => ({ product: newId(), listing: newId(), name, text: normalised(name), grams: grams(name) }));
    await pool.query(`insert into catalogue.product (id, supplier_organisation_id, kind_code, name, brand, model, parameters, description, created_at)
      select (x->>'product')::uuid, $1, 'B11', x->>'name', '示例', 'M', '{}', '', now() from jsonb_array_elements($2::jsonb) x`, [organisation, JSON.stringify(part)]);
    await pool.query(`insert into catalogue.listing (city_id, id, product_id, supplier_organisation_id, kind_code, status, price, price_unit, tax_rate, minimum_order, delivery_area, verdict, star, submitted_at, listed_at, search_text, grams)
      select $1, (x->>'listing')::uuid, (x->>'product')::uuid, $2, 'B11', 'listed', 10 + random() * 90, 'kg', 13, 1, '{}', 'PASS', (random() * 3)::int, now(), now(), x->>'text', array(select jsonb_array_elements_text(x->'grams'))
      from jsonb_array_elements($3::jsonb) x`, [cityId, organisation, JSON.stringify(part)]);
  }
}

/** What autovacuum does by itself within a minute of such a load. */
async function settled(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  await owner.query('vacuum analyze catalogue.listing');
  await owner.query('vacuum analyze catalogue.product');
  await owner.end();
}

/** FTS5 over pairs of characters, so that words of two characters are found as well; a phrase of pairs is the word. */
function fts5(names: readonly string[]): (word: string) => number {
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table name using fts5 (pairs, tokenize = \"unicode61 remove_diacritics 0\", content = '')");
  const insert = database.prepare('insert into name (rowid, pairs) values (?, ?)');
  database.exec('begin');
  names.forEach((name, i) => insert.run(i + 1, pairs(normalised(name))));
  database.exec('commit');
  const page = database.prepare('select rowid from name where name match ? limit 20');
  const total = database.prepare('select count(*) as n from name where name match ?');
  return (word) => {
    const query = `"${pairs(normalised(word))}"`;
    page.all(query);
    return Number((total.get(query) as { n: number }).n);
  };
}

/** `内墙涂料` as `内墙 墙涂 涂料`: each pair one token. */
function pairs(text: string): string {
  const characters = [...text].map((c) => (/[\p{L}\p{N}]/u.test(c) ? c : '乀'));
  return characters.slice(0, -1).map((c, i) => c + characters[i + 1]!).join(' ');
}
