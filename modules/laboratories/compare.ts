import { legalDayOf, type LegalDay } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import { baseEdition, editionById } from '#modules/standards/index.ts';
import type { Edition, Kind, Reason } from '#modules/standards/rules.ts';
import type { Words } from '#platform/wording.ts';
import { COMPARE_HELP } from './compare-help.ts';
import { speechOf, tableText, type Speech } from './compare-words.ts';
import { compareReport, validityOn, type ReportComparison, type ReportPages, type UnreadableCode } from './rules.ts';

/** What the verb needs of the world around it. `read` runs in a confined process: the file is a stranger's. */
export type CompareIo = {
  out(text: string): void;
  err(text: string): void;
  today: LegalDay;
  /** The catalogues of this module and of standards at least. */
  words: Words;
  readFile(path: string): Promise<Result<Uint8Array, FileRefusal>>;
  read(bytes: Uint8Array): Promise<Result<ReportPages, UnreadableCode>>;
};

/** Why a file named on the command line gives no bytes. */
export type FileRefusal = 'absent' | 'folder' | 'forbidden' | 'large' | 'broken';

const UNREADABLE = 2;
const WRONG_USE = 64;

type Asked = { report: string; kind: Kind; edition: Edition; parameters: Record<string, string>; confirmed: string | null; on: LegalDay; onGiven: boolean; model: string | null; json: boolean };

/** The verb. Answers the exit code: 0 all PASS, 1 not, 2 unreadable, 64 wrong use. */
export async function compareVerb(argv: string[], io: CompareIo): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(COMPARE_HELP);
    return 0;
  }
  const speech = speechOf(io.words);
  const { said } = speech;
  const asked = parse(argv, io.today, speech);
  if (typeof asked === 'string') {
    io.err(`${asked}\n\n${COMPARE_HELP}`);
    return WRONG_USE;
  }
  const confirmed = await confirmedCodes(asked, io, speech);
  if (typeof confirmed === 'string' && confirmed !== 'all') {
    io.err(confirmed);
    return WRONG_USE;
  }
  const file = await io.readFile(asked.report);
  if (!file.ok) {
    io.err(said('laboratories.compare.file-unreadable', { path: asked.report, why: file.refusal.code }));
    return UNREADABLE;
  }
  const pages = await io.read(file.value);
  if (!pages.ok) {
    io.err(said(`laboratories.unreadable.${pages.refusal.code}`));
    return UNREADABLE;
  }
  const validity = validityOn(asked.on);
  const comparison = compareReport({ pages: pages.value, kind: asked.kind, edition: asked.edition, parameters: asked.parameters, on: asked.on, confirmed, validity, model: asked.model });
  if (comparison.report.rows.length === 0) {
    io.err(said('laboratories.unreadable.no-result-table'));
    return UNREADABLE;
  }
  const assumed = [
    ...(confirmed === 'all' ? [{ code: 'assumed-all', facts: {} }] : []),
    ...(asked.onGiven ? [] : [{ code: 'assumed-day', facts: { on: asked.on } }]),
    validity ? { code: 'assumed-validity', facts: { months: String(validity.months), source: validity.source } } : { code: 'assumed-no-validity', facts: {} },
  ];
  const codes = confirmed === 'all' ? asked.kind.indicators.map((i) => i.code) : asked.kind.indicators.map((i) => i.code).filter((c) => confirmed.has(c));
  if (asked.json) io.out(JSON.stringify({ ...jsonOf(comparison, codes, speech), assumed: assumed.map((a) => ({ ...a, text: said(`laboratories.compare.${a.code}`, a.facts) })) }, null, 2));
  else io.out(textOf(comparison, speech, assumed.map((a) => said(`laboratories.compare.${a.code}`, a.facts))));
  return allProven(comparison) ? 0 : 1;
}

/** True where every gating indicator a test report can prove is PASS, and there is at least one. */
function allProven(comparison: ReportComparison): boolean {
  const provable = comparison.indicators.filter((i) => i.judgement.gates && i.indicator.evidenceKinds.includes('TEST_REPORT'));
  return provable.length > 0 && provable.every((i) => i.judgement.outcome === 'PASS');
}

const FLAGS: ReadonlySet<string> = new Set(['--kind', '--param', '--edition', '--confirmed', '--on', '--model']);

function parse(argv: readonly string[], today: LegalDay, { said }: Speech): Asked | string {
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
async function confirmedCodes(asked: Asked, io: CompareIo, { said }: Speech): Promise<ReadonlySet<string> | string> {
  if (asked.confirmed === null) return 'all';
  const file = await io.readFile(asked.confirmed);
  if (!file.ok) return said('laboratories.compare.file-unreadable', { path: asked.confirmed, why: file.refusal.code });
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder().decode(file.value));
  } catch {
    list = undefined;
  }
  const known = new Set(asked.edition.kinds.flatMap((k) => k.indicators.map((i) => i.code)));
  if (!Array.isArray(list) || !list.every((c) => typeof c === 'string' && known.has(c))) return said('laboratories.compare.confirmed-malformed', { path: asked.confirmed });
  return new Set(list as string[]);
}

function jsonOf(c: ReportComparison, confirmed: readonly string[], { reasonIn }: Speech) {
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

function textOf(c: ReportComparison, { said, reasonIn, inChinese }: Speech, assumed: readonly string[]): string {
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
