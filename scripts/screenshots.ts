// Pictures of a running demonstration city for README.md: node scripts/boot.mjs scripts/screenshots.ts [NAME …]
// QINGCAI_ORIGIN names the city's server, default http://localhost:3000. It starts nothing; all it changes is one line of a demo basket.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const ORIGIN = (process.env['QINGCAI_ORIGIN'] ?? 'http://localhost:3000').replace(/\/$/, '');
const CITY = 'huzhou';
const PASSWORD = 'qingcai-demo';
const INTO = join(import.meta.dirname, '..', 'docs', 'screenshots');
const WIDTHS = [[1440, 900], [375, 812]] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
/** What the pages say where an address leads nowhere, in both languages. */
const NOWHERE = ['没有这个页面', 'There is no such page'];

type Ids = { readonly listing: string; readonly report: string; readonly doubtful: string; readonly order: string };
/** `as`: the demo login before the @; null is a visitor. */
type Shot = { readonly name: string; readonly as: string | null; readonly path: (ids: Ids) => string };

const SHOTS: readonly Shot[] = [
  { name: 'home', as: null, path: () => `/${CITY}` },
  { name: 'standard', as: null, path: () => `/${CITY}/standards/B11` },
  { name: 'museum', as: null, path: () => `/${CITY}/museum` },
  { name: 'product', as: null, path: ({ listing }) => `/${CITY}/museum/${listing}` },
  { name: 'report', as: null, path: ({ listing, report }) => `/${CITY}/museum/${listing}/reports/${report}` },
  { name: 'to-do', as: 'centre', path: () => `/${CITY}/work` },
  { name: 'review', as: 'centre', path: ({ doubtful }) => `/${CITY}/work/product-review/${doubtful}` },
  { name: 'limits', as: 'housing', path: () => `/${CITY}/work/limits` },
  { name: 'basket', as: 'buyer', path: () => `/${CITY}/work/basket` },
  { name: 'order', as: 'buyer', path: ({ order }) => `/${CITY}/work/orders/${order}` },
];

async function answer<T>(path: string, cookie = '', sent?: { readonly method: string; readonly body: unknown }): Promise<{ readonly said: T; readonly response: Response }> {
  const response = await fetch(`${ORIGIN}/api${path}`, {
    headers: { Cookie: cookie, Origin: ORIGIN, 'Idempotency-Key': crypto.randomUUID(), ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(sent === undefined ? {} : { method: sent.method, body: JSON.stringify(sent.body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return { said: (await response.json()) as T, response };
}

const sessions = new Map<string, string>();

/** The session's cookie, `name=token`. */
async function signedIn(login: string): Promise<string> {
  const known = sessions.get(login);
  if (known !== undefined) return known;
  const { response } = await answer('/session', '', { method: 'POST', body: { login: `${login}@${CITY}.example`, password: PASSWORD } });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`${login} got no session`);
  sessions.set(login, cookie);
  return cookie;
}

/** A starred paint that may be bought, a product whose report needs a person, an order whose acceptance is under way. */
async function chosen(): Promise<Ids> {
  const { said: shelf } = await answer<{ items: { listingId: string; price: string; priceUnit: string }[] }>(`/${CITY}/catalogue?kind=B11&star=1&proven=all&size=1`);
  const listing = shelf.items[0]?.listingId;
  if (listing === undefined) throw new Error('no starred paint is on the shelf: is this the demonstration city?');
  const { said: product } = await answer<{ evidence: { reportId: string | null }[]; minimumOrder: string }>(`/${CITY}/catalogue/${listing}`);
  const { said: queue } = await answer<{ products: { listingId: string; verdict: string | null }[] }>(`/${CITY}/catalogue-review`, await signedIn('centre'));
  const buyer = await signedIn('buyer');
  const { said: orders } = await answer<{ rows: { orderId: string; status: string }[] }>(`/${CITY}/orders?size=100`, buyer);
  await answer(`/${CITY}/basket/${listing}`, buyer, { method: 'PUT', body: { quantity: product.minimumOrder } });
  const wanted = ['accepting', 'delivered', 'delivering', 'confirmed', 'accepted', 'closed', 'placed'];
  return {
    listing,
    report: product.evidence.find((one) => one.reportId !== null)?.reportId ?? '',
    doubtful: (queue.products.find((one) => one.verdict === 'NEEDS_REVIEW') ?? queue.products[0])?.listingId ?? '',
    order: orders.rows.toSorted((a, b) => wanted.indexOf(a.status) - wanted.indexOf(b.status))[0]?.orderId ?? '',
  };
}

/** One picture; answers why it was not taken, or undefined. */
async function take(browser: Browser, shot: Shot, path: string, language: (typeof LANGUAGES)[number], [width, height]: (typeof WIDTHS)[number]): Promise<string | undefined> {
  const context = await browser.newContext({ viewport: { width, height }, locale: language, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  try {
    if (shot.as !== null) {
      const [name = '', value = ''] = (await signedIn(shot.as)).split('=', 2);
      await context.addCookies([{ name, value, domain: new URL(ORIGIN).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
    }
    const page = await context.newPage();
    await page.goto(`${ORIGIN}${path}?lang=${language}`);
    await page.waitForSelector('h1', { timeout: 20_000 });
    await page.waitForLoadState('networkidle');
    const title = (await page.textContent('h1')) ?? '';
    if (NOWHERE.includes(title.trim())) return `there is no page ${path} yet`;
    await page.screenshot({ path: join(INTO, `${shot.name}.${language}.${width}.png`), animations: 'disabled', caret: 'hide' });
    return undefined;
  } finally {
    await context.close();
  }
}

const asked = process.argv.slice(2);
const shots = asked.length === 0 ? SHOTS : SHOTS.filter((shot) => asked.includes(shot.name));
if (shots.length === 0) {
  process.stderr.write(`There are: ${SHOTS.map((shot) => shot.name).join(', ')}.\n`);
  process.exit(64);
}
const ids = await chosen();
await mkdir(INTO, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium((line) => void process.stderr.write(`${line}\n`)), args: ['--no-sandbox'] });
const missing: string[] = [];
try {
  for (const shot of shots) {
    for (const language of LANGUAGES) {
      for (const size of WIDTHS) {
        const why = await take(browser, shot, shot.path(ids), language, size).catch((error: Error) => error.message.split('\n')[0] ?? 'no picture');
        if (why === undefined) process.stdout.write(`${shot.name}.${language}.${size[0]}.png\n`);
        else missing.push(`${shot.name} ${language} ${size[0]}: ${why}`);
      }
    }
  }
} finally {
  await browser.close();
}
for (const line of missing) process.stderr.write(`not taken: ${line}\n`);
process.exitCode = missing.length === 0 ? 0 : 1;
