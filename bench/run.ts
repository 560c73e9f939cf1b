// npm run bench -- [NAME …] [--json]: our figure beside its floor, in one run. Nothing here decides a test.
import { readdirSync } from 'node:fs';
import type { Measurement } from './measure.ts';

const names = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts')).map((file) => file.replace('.bench.ts', ''));
const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(64);
}
for (const name of wanted.length > 0 ? wanted : names) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench(say: (line: string) => void): Promise<Measurement[]> };
  for (const one of await bench((line) => void process.stderr.write(`${line}\n`))) {
    process.stdout.write(json ? `${JSON.stringify(one)}\n` : `${one.path.padEnd(34)} ours ${String(one.ours).padStart(9)}  floor ${String(one.floor ?? 'absent').padStart(9)}  ratio ${String(one.ratio ?? '—').padStart(7)}  goal ${one.goal}  ${one.holds === null ? '—' : one.holds ? 'holds' : 'MISSED'}\n  ${one.conditions}\n`);
  }
}
process.exit(0);
