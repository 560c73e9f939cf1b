// npm run sbom: the bill of materials of the whole tree (CycloneDX, JSON) to dist/sbom.cdx.json, or to the file named.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeSbom } from './supply/make-sbom.ts';
import { root } from './test-files.ts';

const file = process.argv[2] ?? join(root, 'dist', 'sbom.cdx.json');
const bill = await makeSbom();
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length} packages: ${file}`);
