import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

export const root = join(import.meta.dirname, '..', '..');
export const ROOMS = ['app', 'kernel', 'modules', 'platform', 'web'] as const;

/** The order in which modules may use one another: each imports only what stands before it. */
export const ORDER = [
  'ledger', 'identity', 'documents', 'notifications', 'signing',
  'regulations', 'privacy', 'standards', 'fees',
  'suppliers', 'experts', 'laboratories',
  'carbon', 'certification', 'catalogue',
  'projects', 'notices', 'sealing', 'evaluation', 'tenders', 'frameworks',
  'budgets', 'orders', 'purchases', 'finance',
  'revisions', 'supervision', 'open-data', 'dashboard', 'watch',
] as const;

const TEST = '\\.(test|prove)\\.tsx?$|/test-kit(/|\\.ts$)';
const NPM = (...names: string[]) => names.map((name) => `node_modules/${name}/`);

/**
 * What each part may import, as the paths allowed; everything else is a violation. `$1` is the module itself.
 * `typesOnly` may be named by `import type` but not run. Tests and test-kits stand outside.
 */
type Part = {
  readonly name: string;
  readonly from: string;
  readonly fromNot?: string;
  readonly may: readonly string[];
  readonly typesOnly?: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly core?: true;
};

const RULES_OF_OTHERS = '^modules/[^/]+/rules\\.ts$';
const PARTS: readonly Part[] = [
  { name: 'kernel', from: '^kernel/', may: ['^kernel/', ...NPM('decimal\\.js', 'temporal-polyfill', 'zod', '@orpc/contract')] },
  { name: 'domain', from: '^modules/([^/]+)/(domain/|rules\\.ts$)', may: ['^kernel/', '^modules/$1/domain/', '^modules/$1/data/', RULES_OF_OTHERS] },
  { name: 'data', from: '^modules/([^/]+)/data/', may: ['^kernel/', '^modules/$1/(domain|data)/', ...NPM('zod')] },
  { name: 'contract', from: '^modules/([^/]+)/contract/', may: ['^kernel/', '^modules/[^/]+/contract/', ...NPM('zod', '@orpc/contract')], typesOnly: ['^modules/$1/domain/', RULES_OF_OTHERS] },
  { name: 'operations', from: '^modules/([^/]+)/operations/', may: ['^kernel/', '^modules/$1/(domain/|rules\\.ts$)', RULES_OF_OTHERS], typesOnly: ['^modules/$1/operations/', '^modules/[^/]+/index\\.ts$'] },
  { name: 'reading', from: '^modules/([^/]+)/reading/', may: ['^kernel/', '^modules/$1/(domain|reading|data)/', ...NPM('pdfjs-dist', '@napi-rs/canvas')], core: true },
  { name: 'store', from: '^modules/([^/]+)/store/', may: ['^kernel/', '^modules/$1/(domain|store)/', '^platform/database/', '^(node:)?crypto$', ...NPM('kysely')] },
  {
    name: 'wiring', from: '^modules/([^/]+)/[^/]+\\.ts$', fromNot: '/rules\\.ts$',
    may: ['^kernel/', '^modules/$1/(?!web/)', RULES_OF_OTHERS, '^modules/[^/]+/index\\.ts$', '^platform/', 'node_modules/'], core: true,
  },
  { name: 'web', from: '^(modules/([^/]+)/)web/', may: ['^kernel/', '^$1(domain/|contract/|web/|rules\\.ts$|wording\\.ts$)', RULES_OF_OTHERS, '^modules/[^/]+/contract/', '^modules/[^/]+/web/parts\\.tsx?$', '^web/', 'node_modules/(?!(pg|kysely|hono|pino|graphile-worker|@orpc/server|@hono)/)', '^virtual:'] },
  // Public pages are made of the kit: it carries neither antd (but for its own antd files) nor the contracts' zod.
  { name: 'web-kit', from: '^web/kit/', fromNot: '^web/kit/antd', may: ['^kernel/', '^web/(?!shell/)', 'node_modules/(?!(antd|@ant-design|zod|echarts|pg|kysely|hono|pino|graphile-worker|@orpc|@hono)/)'] },
  { name: 'web-shell', from: '^web/', fromNot: '^web/kit/(?!antd)', may: ['^kernel/', '^web/', '^modules/[^/]+/(web/|contract/|rules\\.ts$|wording\\.ts$)', 'node_modules/(?!(pg|kysely|hono|pino|graphile-worker|@orpc/server|@hono)/)', '^virtual:'] },
  { name: 'platform', from: '^platform/', may: ['^kernel/', '^platform/', 'node_modules/'], core: true },
];

/** Every rule, as dependency-cruiser takes them; the rules' names are the directories of planted violations. */
export function rules(order: readonly string[] = ORDER): IForbiddenRuleType[] {
  const notTests = (also?: string) => ({ pathNot: also ? [TEST, also] : [TEST] });
  const parts = PARTS.map(({ name, from, fromNot, may, typesOnly, core }): IForbiddenRuleType => ({
    name, severity: 'error', from: { path: from, ...notTests(fromNot) },
    to: { pathNot: [...may, ...(typesOnly ?? [])], ...(core ? { dependencyTypesNot: ['core'] } : {}) },
  }));
  const types = PARTS.filter((part) => part.typesOnly).map(({ name, from, fromNot, may, typesOnly }): IForbiddenRuleType => ({
    name: `${name}-types`, severity: 'error', from: { path: from, ...notTests(fromNot) },
    to: { path: [...typesOnly!], pathNot: [...may], dependencyTypesNot: ['type-only'] },
  }));
  const upwards = order.slice(0, -1).map((module, place): IForbiddenRuleType => ({
    name: 'order', severity: 'error', from: { path: `^modules/${module}/`, ...notTests() },
    to: { path: `^modules/(${order.slice(place + 1).join('|')})/` },
  }));
  return [
    ...parts, ...types, ...upwards,
    { name: 'manifest', severity: 'error', from: { pathNot: ['^app/modules\\.ts$', TEST] }, to: { path: '^modules/[^/]+/module\\.ts$' } },
    { name: 'app-is-above', severity: 'error', from: { path: '^(kernel|platform|modules|web)/', ...notTests() }, to: { path: '^(app|scripts|bench|tests)/' } },
    { name: 'test-kit', severity: 'error', from: { path: `^(${ROOMS.join('|')})/`, pathNot: [TEST, '^app/demo/'] }, to: { path: TEST } },
    { name: 'app-by-front-doors', severity: 'error', from: { path: '^app/', ...notTests('^app/demo/') }, to: { path: '^modules/[^/]+/(domain|store|reading|operations)/' } },
    { name: 'circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ];
}

/** Reads the imports of a tree and judges them. The parser is swc: without it a tree in TypeScript 7 is seen as empty. */
export async function judge(folder: string, ruleSet = rules()): Promise<ICruiseResult> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const rooms = ROOMS.filter((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: folder }).length > 0);
    const { output } = await cruise(
      rooms,
      {
        ruleSet: { forbidden: ruleSet }, validate: true, parser: 'swc', tsPreCompilationDeps: true, baseDir: folder,
        doNotFollow: { path: 'node_modules' },
      },
      { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'], conditionNames: ['import', 'require', 'node', 'browser', 'types', 'default'], exportsFields: ['exports'] },
    );
    if (typeof output === 'string') throw new Error(output);
    return output;
  } finally {
    process.chdir(before);
  }
}

/** Source files of the rooms, counted without any parser: what the cruise must have seen. */
export function sourceFiles(folder: string): string[] {
  return ROOMS.flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: folder })).map((path) => path.replaceAll('\\', '/')).sort();
}

/** `#kernel/…` and the like, counted by text: each must have become an edge of the graph. */
export function namedImports(folder: string): Set<string> {
  const found = new Set<string>();
  for (const file of sourceFiles(folder)) {
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/^(?:import|export)\b[^;'"]*\bfrom '(#(?:app|kernel|modules|platform|web)\/[^']+)'/gm)) found.add(`${file} ${name!}`);
  }
  return found;
}
