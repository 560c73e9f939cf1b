import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { judge, namedImports, root, rules, sourceFiles } from './boundaries.ts';

const planted = join(import.meta.dirname, 'planted');

describe('who may import whom', () => {
  it('finds no violation in the tree, having read every file and every #-import of it', async () => {
    const { modules, summary } = await judge(root);
    const seen = new Set(modules.map((module) => module.source));
    assert.deepEqual(sourceFiles(root).filter((file) => !seen.has(file)), [], 'files the cruise did not see');
    const edges = new Set(modules.flatMap((module) => module.dependencies.map((edge) => `${module.source} ${edge.module}`)));
    const written = namedImports(root);
    assert.deepEqual([...written].filter((edge) => !edges.has(edge)), [], '#-imports that became no edge');
    assert.ok(sourceFiles(root).length > 100 && written.size > 100, 'the tree is never this small');
    assert.deepEqual(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`), []);
  });

  it('reports each planted violation by its rule, and nothing else', async () => {
    const { summary, modules } = await judge(planted);
    const seen = new Set(modules.map((module) => module.source));
    assert.deepEqual(sourceFiles(planted).filter((file) => !seen.has(file)), []);
    // A planted line says at its end which rules it breaks: `// breaks domain order`.
    const expected = sourceFiles(planted).flatMap((file) =>
      readFileSync(join(planted, file), 'utf8').split('\n').flatMap((line) => {
        const broken = /\/\/ breaks (.+)$/.exec(line)?.[1]?.split(' ') ?? [];
        const named = /from '(?:node:)?([^']+)'/.exec(line)?.[1];
        return broken.map((rule) => `${rule}: ${file} → ${named}`);
      }),
    );
    const named = new Map(modules.flatMap((module) => module.dependencies.map((edge) => [`${module.source} ${edge.resolved}`, edge.module])));
    const reported = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${named.get(`${from} ${to}`) ?? to}`);
    assert.deepEqual([...new Set(reported)].sort(), [...new Set(expected)].sort());
  });

  it('has a planted violation for every rule', () => {
    const broken = new Set(sourceFiles(planted).flatMap((file) => [...readFileSync(join(planted, file), 'utf8').matchAll(/\/\/ breaks (.+)$/gm)].flatMap(([, names]) => names!.split(' '))));
    assert.deepEqual([...new Set(rules().map((rule) => rule.name!))].filter((name) => !broken.has(name)), []);
    assert.ok(readdirSync(planted).length > 0);
  });
});
