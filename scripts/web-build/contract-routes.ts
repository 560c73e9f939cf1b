import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:contract/';

/**
 * `virtual:contract/<module>`: only the addresses of a module's contract (method, path, structure), worked out in Node at
 * build time. The schemas, and zod with them, stay on the server; the browser takes the types by `import type`.
 */
export function contractRoutes(root: string): Plugin {
  return {
    name: 'qingcai:contract-routes',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const name = id.slice(PREFIX.length + 1);
      const file = join(root, 'modules', name, 'contract/index.ts');
      if (!existsSync(file)) throw new Error(`virtual:contract/${name}: there is no modules/${name}/contract/index.ts`);
      this.addWatchFile(file);
      const { contract } = (await import(pathToFileURL(file).href)) as { contract?: AnyContractRouter };
      if (contract === undefined) throw new Error(`modules/${name}/contract/index.ts exports no \`contract\``);
      return `export default ${JSON.stringify(addressesOf(contract))};`;
    },
  };
}

/** The same tree with each procedure reduced to what the link needs to build a request. */
export function addressesOf(router: AnyContractRouter): unknown {
  if (isContractProcedure(router)) {
    const { method, path, inputStructure, outputStructure } = router['~orpc'].route;
    return { '~orpc': { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
  }
  return Object.fromEntries(Object.entries(router).map(([key, value]) => [key, addressesOf(value)]));
}
