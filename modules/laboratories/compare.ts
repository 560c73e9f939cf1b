import { legalDayOf, type LegalDay } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import { baseEdition, editionById } from '#modules/standards/index.ts';
import type { Edition, Kind, Reason } from '#modules/standards/rules.ts';
import { inChinese, reasonIn, said, tableText } from './compare-words.ts';
import { readReport } from './reading/read-report.ts';
import { compareReport, validityOn, type ReportComparison, type ReportPages, type Unreadable } from './rules.ts';

/** `read` may be given to read in a confined process; without it the file is read here, without server or database. */
export type CompareIo = {
  out(text: string): void;
  err(text: string): void;
  today: LegalDay;
  readFile(path: string): Promise<Uint8Array>;
  read?(bytes: Uint8Array): Promise<Result<ReportPages, Unreadable>>;
};

export const COMPARE_HELP = `compare REPORT --kind CODE [options]

将检测报告（PDF）与数字标准逐项比对 / hold a test report (PDF) against the digital standard.

  REPORT               检测报告 PDF / the test report
  --kind CODE          产品种类，如 B11 / kind of product
  --param KEY=VALUE    产品参数，可重复，如 --param grade=一等品 / parameter of the product, repeatable
  --edition ID         标准版本 / edition of the standard
  --confirmed FILE     JSON 数组：已确认的指标编号；不给则视为全部已确认 / JSON list of confirmed codes; without it all count as confirmed
  --on YYYY-MM-DD      比对日期，默认今日 / day of comparison, today by default
  --model TEXT         所报产品型号：报告须包含它 / the model offered: the report must cover it
  --json               机器可读输出 / machine-readable output
  --help               本说明 / this text

退出码 / exit code: 0 报告可证明的门槛指标全部符合 / every gating indicator a report can prove is PASS;
1 未全部符合 / not all; 2 报告无法读取 / unreadable; 64 用法有误 / wrong use`;

const WRONG_USE = 64;

type Asked = { report: string; kind: Kind; edition: Edition; parameters: Record<string, string>; confirmed: string | null; on: LegalDay; onGiven: boolean; model: string | null; json: boolean };

/** The verb. Answers the exit code: 0 all PASS, 1 not, 2 unreadable, 64 wrong use. */
export async function compareVerb(argv: string[], io: CompareIo): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(COMPARE_HELP);
    return 0;
  }
  const asked = parse(argv, io.today);
  if (typeof asked === 'string') {
    io.err(`${asked}\n\n${COMPARE_HELP}`);
    return WRONG_USE;
  }
  const confirmed = await confirmedCodes(asked, io);
  if (typeof confirmed === 'string' && confirmed !== 'all') {
    io.err(confirmed);
    return WRONG_USE;
  }
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(asked.report);
  } catch {
    io.err(said('laboratories.compare.file-unreadable', { path: asked.report }));
    return 2;
  }
  const pages = await (io.read ?? readReport)(bytes);
  if (!pages.ok) {
    io.err(said(`laboratories.unreadable.${pages.refusal.code}`, { pages: '', most: '', page: '', ...pages.refusal.facts }));
    return 2;
  }
  const validity = validityOn(asked.on);
  const comparison = compareReport({ pages: pages.value, kind: asked.kind, edition: asked.edition, parameters: asked.parameters, on: asked.on, confirmed, validity, model: asked.model });
  if (comparison.report.rows.length === 0) {
    io.err(said('laboratories.unreadable.no-result-table'));
    return 2;
  }
  const assumed = [
    ...(confirmed === 'all' ? [{ code: 'assumed-all', facts: {} }] : []),
    ...(asked.onGiven ? [] : [{ code: 'assumed-day', facts: { on: asked.on } }]),
    validity ? { code: 'assumed-validity', facts: { months: String(validity.months), source: validity.source } } : { code: 'assumed-no-validity', facts: {} },
  ];
  const codes = confirmed === 'all' ? asked.kind.indicators.map((i) => i.code) : asked.kind.indicators.map((i) => i.code).filter((c) => confirmed.has(c));
  if (asked.json) io.out(JSON.stringify({ ...jsonOf(comparison, codes), assumed: assumed.map((a) => ({ ...a, text: said(`laboratories.compare.${a.code}`, a.facts) })) }, null, 2));
  else io.out(textOf(comparison, assumed.map((a) => said(`laboratories.compare.${a.code}`, a.facts))));
  return allProven(comparison) ? 0 : 1;
}

/** True where every gating indicator a test report can prove is PASS, and there is at least one. */
function allProven(comparison: ReportComparison): boolean {
  const provable = comparison.indicators.filter((i) => i.judgement.gates && i.indicator.evidenceKinds.includes('TEST_REPORT'));
  return provable.length > 0 && provable.every((i) => i.judgement.outcome === 'PASS');
}

const FLAGS: ReadonlySet<string> = new Set(['--kind', '--param', '--edition', '--confirmed', '--on', '--model']);

function parse(argv: readonly string[], today: LegalDay): Asked | string {
  const wrong = (problem: string): string => said('laboratories.compare.wrong-use', { problem });
  const given = new Map<string, string>();
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  const reports: string[] = [];
  let json = false;
  for (let i = 0; i < argv.length; i++) {
    const [flag = '', inline] = argv[i]!.startsWith('--') && argv[i]!.includes('=') ? [argv[i]!.slice(0, argv[i]!.indexOf('=')), argv[i]!.slice(argv[i]!.indexOf('=') + 1)] : [argv[i]!];
    if (flag === '--json' && inline === undefined) json = true;
    else if (FLAGS.has(flag)) {
      const value = inline ?? argv[++i];
      if (value === undefined || value === '') return wrong(`${flag} ?`);
      if (flag !== '--param') {
        if (given.has(flag)) return wrong(`${flag} × 2`);
        given.set(flag, value);
        continue;
      }
      const at = value.indexOf('=');
      if (at < 1 || at === value.length - 1) return wrong(`--param ${value} (KEY=VALUE)`);
      parameters[value.slice(0, at)] = value.slice(at + 1);
    } else if (flag.startsWith('-') && flag !== '-') return wrong(flag);
    else reports.push(argv[i]!);
  }
  if (reports.length !== 1) return wrong(reports.length === 0 ? 'REPORT ?' : reports.join(' '));
  const edition = given.has('--edition') ? editionById(given.get('--edition')!) : baseEdition();
  if (!edition) return wrong(`--edition ${given.get('--edition')}`);
  const code = given.get('--kind');
  if (code === undefined) return wrong('--kind ?');
  const kind = edition.kinds.find((k) => k.code === code.toUpperCase());
  if (!kind) return said('laboratories.compare.kind-unknown', { kind: code, kinds: edition.kinds.map((k) => k.code).join(' ') });
  const on = given.has('--on') ? legalDayOf(given.get('--on')!) : today;
  if (on === undefined) return wrong(`--on ${given.get('--on')} (YYYY-MM-DD)`);
  return { report: reports[0]!, kind, edition, parameters, confirmed: given.get('--confirmed') ?? null, on, onGiven: given.has('--on'), model: given.get('--model') ?? null, json };
}

/** The codes of --confirmed, 'all' without it, or what is wrong with the file. A code the edition does not know is an error: it may be a slip. */
async function confirmedCodes(asked: Asked, io: CompareIo): Promise<ReadonlySet<string> | 'all' | string> {
  if (asked.confirmed === null) return 'all';
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder().decode(await io.readFile(asked.confirmed)));
  } catch {
    list = undefined;
  }
  const known = new Set(asked.edition.kinds.flatMap((k) => k.indicators.map((i) => i.code)));
  if (!Array.isArray(list) || !list.every((c) => typeof c === 'string' && known.has(c))) return said('laboratories.compare.confirmed-malformed', { path: asked.confirmed });
  return new Set(list as string[]);
}

function jsonOf(c: ReportComparison, confirmed: readonly string[]) {
  const told = (reason: Reason) => ({ code: reason.code, ...(reason.facts ? { facts: reason.facts } : {}), zh: reasonIn('zh-CN', reason), en: reasonIn('en', reason) });
  return {
    kind: c.kind,
    edition: c.edition,
    confirmed,
    verdict: c.verdict.verdict,
    star: c.verdict.star,
    indicators: c.indicators.map(({ judgement: j, place, match, row, findings }) => ({
      code: j.code,
      outcome: j.outcome,
      printed: j.printed,
      value: j.value,
      unit: j.unit,
      limit: j.limit,
      page: place?.page ?? null,
      box: place?.box ?? null,
      reasons: j.reasons.map(told),
      star: j.star,
      gates: j.gates,
      item: row ? [...row.parents, row.item].join(' / ') : null,
      score: match?.score ?? null,
      runnerUp: match?.runnerUp ? { item: c.report.rows[match.runnerUp.row]!.item, score: match.runnerUp.score } : null,
      findings: findings.map(told),
    })),
    unmatched: c.unmatched.map((row) => ({ item: [...row.parents, row.item].join(' / '), printed: row.result, page: row.place.page, box: row.place.box })),
    unproven: c.unproven,
    on: c.on,
    report: Object.fromEntries(Object.entries(c.report.fields).map(([name, field]) => [name, field.text])),
    findings: c.findings.map((f) => ({ weight: f.weight, ...(f.weight === 'outcome' ? { outcome: f.outcome } : {}), ...told(f.reason) })),
  };
}

function textOf(c: ReportComparison, assumed: readonly string[]): string {
  const head = ['code', 'indicator', 'outcome', 'printed', 'limit', 'page'].map((name) => inChinese(`laboratories.compare.column.${name}`));
  const rows = c.indicators.map(({ indicator, judgement: j, place }) => [
    j.code, indicator.nameZh, inChinese(`standards.outcome.${j.outcome}`), j.printed ?? '—', j.limit === null ? '—' : `${j.limit} ${['1', ''].includes(j.unit) ? '' : j.unit}`.trim(), place ? String(place.page) : '—',
  ]);
  const why = c.indicators.flatMap(({ judgement: j, findings }) => [...(j.outcome === 'PASS' ? [] : j.reasons), ...findings].map((r) => `  ${j.code}  ${reasonIn('zh-CN', r)} / ${reasonIn('en', r)}`));
  const field = (name: 'reportNumber' | 'sampleName' | 'modelSpec'): string => c.report.fields[name]?.text ?? '—';
  return [
    `${c.kind}  ${c.edition}  ${c.on}`,
    `${field('reportNumber')}  ${field('sampleName')}  ${field('modelSpec')}`,
    '',
    tableText([head, ...rows], [8, 34, 14, 26, 22, 4]),
    ...(why.length === 0 ? [] : ['', ...why]),
    ...(c.findings.length === 0 ? [] : ['', ...c.findings.map((f) => `! ${reasonIn('zh-CN', f.reason)} / ${reasonIn('en', f.reason)}`)]),
    '',
    ...(c.unmatched.length === 0 ? [] : [said('laboratories.compare.unmatched', { items: c.unmatched.map((r) => r.item).join('；') })]),
    ...(c.unproven.length === 0 ? [] : [said('laboratories.compare.unproven', { codes: c.unproven.join(', ') })]),
    ...assumed,
    said('laboratories.compare.verdict', { verdict: `${inChinese(`standards.verdict.${c.verdict.verdict}`)} ${c.verdict.verdict}` }),
    ...(c.verdict.star === null ? [] : [said('laboratories.compare.star', { star: String(c.verdict.star) })]),
  ].join('\n');
}
