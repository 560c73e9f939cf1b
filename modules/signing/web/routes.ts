import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'work', path: 'keys', load: () => import('./keys/page.tsx'), title: { 'zh-CN': '签名密钥', en: 'Signing keys' }, rail: { group: 'work', order: 95 } },
  { place: 'city', path: 'check', load: () => import('./enter/page.tsx'), title: { 'zh-CN': '核验签名', en: 'Check a signature' } },
  { place: 'city', path: 'check/$code', load: () => import('./check/page.tsx'), title: { 'zh-CN': '核验签名', en: 'Check a signature' } },
);
