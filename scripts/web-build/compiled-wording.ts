import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * Turns every `wording.ts` into compiled messages while building, so that the browser carries no message parser and a
 * sentence with a broken placeholder stops the build instead of a page.
 */
export function compiledWording(): Plugin {
  return {
    name: 'qingcai:compiled-wording',
    enforce: 'pre',
    async load(id) {
      const [file = '', query] = id.split('?');
      if (query !== undefined || !/[\\/](web|modules)[\\/].*[\\/]wording\.ts$/.test(file) || file.includes('node_modules')) return null;
      this.addWatchFile(file);
      const exported = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as Record<string, unknown>;
      return Object.entries(exported)
        .map(([name, value]) => `${name === 'default' ? 'export default' : `export const ${name} =`} ${JSON.stringify(isWording(value) ? compiled(value, file) : value)};`)
        .join('\n');
    },
  };
}

type Wording = Record<'zh-CN' | 'en', Record<string, string>>;

const isWording = (value: unknown): value is Wording => typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value;

function compiled(wording: Wording, file: string): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(wording).map(([lang, messages]) => [lang, Object.fromEntries(Object.entries(messages).map(([id, text]) => [id, compileOne(text, `${file} ${lang} ${id}`)]))]),
  );
}

function compileOne(text: string, where: string): unknown {
  try {
    return compileMessageOrThrow(text);
  } catch (cause) {
    throw new Error(`${where}: not a message: ${text}`, { cause });
  }
}
