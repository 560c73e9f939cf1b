import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Json } from '#kernel/canonical.ts';
import { day } from '#kernel/date.ts';
import { draw, MissingGlyphs, typeset } from './typeset.ts';

const lines = '#for line in data [#line#parbreak()]';
const paper = (data: Json, template = lines) => typeset({ template, data, title: '试验', date: day('2026-11-22') });

async function textOf(pdf: Uint8Array): Promise<string> {
  const opening = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await opening.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await opening.destroy();
  return pages.join('\n');
}

test('text of the data is never evaluated', async () => {
  const hostile = ['#panic("x")', '$x^2$ 和 *粗* 与 _斜_', '[a](b) ] [ } {', '\\ \\n \\u{41} \' " ` ```', '#import "@preview/x:1.0.0"', '/* a */ // b', '= 标题', '- a', '<label> @ref ~ -- ---'];
  const text = await textOf(await paper(hostile));
  for (const line of hostile) assert.ok(text.includes(line), `${line} in ${text}`);
});

test('any printable ASCII survives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[!-~]{1,24}$/), async (line) => {
      const text = await textOf(await paper([line]));
      assert.equal(text.replace(/\s/g, ''), line);
    }),
    { numRuns: 60 },
  );
});

test('the text layer carries the signs of the field', async () => {
  const signs = ['≤ ≥ < > ± × ÷ ° ℃', 'm³ m² 10⁴ 2.6×10⁻² 10⁺³ kgCO₂e ₀₁₃₄₅₆₇₈₉', '赟 霅 溇 菰', 'W/(m·K) μg/m³ Ω·m² mm/m', '① Ⅱ ★ —— ～ 、。（）《》〔〕'];
  const text = await textOf(await paper(signs));
  for (const line of signs) assert.ok(text.replace(/\s/g, '').includes(line.replace(/\s/g, '')), `${line} in ${text}`);
});

test('poppler reads the same signs', async (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'signs.pdf');
  writeFileSync(file, await paper(['≤ ≥ ³ × ± 赟 ℃ 10⁻²']));
  let text: string;
  try {
    text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return t.skip('poppler reads the same signs: needs pdftotext');
    throw fault;
  }
  for (const sign of '≤≥³×±赟℃⁻²') assert.ok(text.includes(sign), `${sign} in ${text}`);
});

test('the same document is the same bytes, another date is not', async () => {
  const one = await paper(['湖州']);
  await paper(['之间的另一份']);
  assert.deepEqual(await paper(['湖州']), one);
  const other = await typeset({ template: lines, data: ['湖州'], title: '试验', date: day('2026-11-23') });
  assert.notDeepEqual(other, one);
  assert.match(Buffer.from(one).toString('latin1'), /D:20261122/);
});

test('a character without a glyph is a fault, not a gap', async () => {
  await assert.rejects(paper({ name: '青😀材' }), (fault) => fault instanceof MissingGlyphs && fault.characters.join() === '😀');
});

test('a template that imports a package or does not compile is a fault', async () => {
  await assert.rejects(paper([], '#import "@preview/tablex:0.0.8": tablex'), /no network/);
  await assert.rejects(paper([], '#nothing-of-that-name'), /does not compile/);
});

test('a drawing has outlines and no text', async () => {
  const svg = draw({ template: '#set page(width: 4cm, height: 4cm, margin: 0pt, fill: none)\n#data', data: '检验检测专用章', title: '章' });
  assert.match(svg, /<path/);
  assert.doesNotMatch(svg, /<text|foreignObject|检/);
  const pdf = await typeset({ template: '#picture("seal", width: 4cm)', data: null, title: '章', date: day('2026-11-22'), pictures: { seal: svg } });
  assert.equal((await textOf(pdf)).trim(), '');
});
