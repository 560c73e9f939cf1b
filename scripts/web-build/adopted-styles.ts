import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * antd writes its CSS into <style> elements with innerHTML. Under our policy neither is allowed (style-src has no
 * 'unsafe-inline', and trusted types close innerHTML). The three functions that do it are replaced at build time by ours,
 * which use constructed style sheets: CSSOM needs no exception in the policy.
 */
export function adoptedStyles(): Plugin {
  const ours = JSON.stringify(join(import.meta.dirname, '../../web/kit/adopted-styles.ts'));
  return {
    name: 'qingcai:adopted-styles',
    enforce: 'pre',
    load(id) {
      if (/@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/.test(id)) return `export * from ${ours};`;
      if (/@ant-design[\\/]icons[\\/]es[\\/]cssUtils\.js$/.test(id)) return `export { updateCSS, getShadowRoot, warningOnce } from ${ours};`;
      return null;
    },
  };
}
