import { readFileSync } from 'node:fs';
import { draw } from '#platform/paper/typeset.ts';

const template = readFileSync(new URL('./seal.typ', import.meta.url), 'utf8');
const drawn = new Map<string, string>();

/** A round red stamp as outlines, so that it leaves no letters among those of the page. */
export function seal(name: string, kind: string): string {
  const key = `${name}\n${kind}`;
  const svg = drawn.get(key) ?? draw({ template, data: { name, kind, note: '（示例）' }, title: kind });
  drawn.set(key, svg);
  return svg;
}
