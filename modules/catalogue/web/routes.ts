import { pages, type PageRoute } from '#web/route.ts';

type Who = NonNullable<NonNullable<PageRoute['rail']>['for']>;
const clerk: Who = (who) => who.roles.includes('supplier.clerk');
/** Who may look at the queue; whether one may decide there comes with its data. */
const reviewing: Who = (who) => who.roles.some((role) => ['centre.reviewer', 'housing.officer', 'finance.supervisor'].includes(role));

export const routes = pages(
  { place: 'city', path: 'museum', load: () => import('./shelf/page.tsx'), title: { 'zh-CN': '绿色建材馆', en: 'Museum of green materials' }, nav: 'materials' },
  { place: 'city', path: 'museum/compare', load: () => import('./compare/page.tsx'), title: { 'zh-CN': '并排比较', en: 'Side by side' } },
  { place: 'city', path: 'museum/$listingId', load: () => import('./product/page.tsx'), title: { 'zh-CN': '产品与证明', en: 'Product and proof' } },
  { place: 'city', path: 'museum/$listingId/reports/$reportId', load: () => import('./report/page.tsx'), title: { 'zh-CN': '检测报告比对', en: 'Test report compared' } },
  { place: 'work', path: 'products', load: () => import('./mine/page.tsx'), title: { 'zh-CN': '我的产品', en: 'My products' }, rail: { group: 'supply', order: 20, for: clerk } },
  { place: 'work', path: 'products/new', load: () => import('./edit/new-page.tsx'), title: { 'zh-CN': '提交产品', en: 'Put a product forward' } },
  { place: 'work', path: 'products/$listingId', load: () => import('./mine/product-page.tsx'), title: { 'zh-CN': '我的产品', en: 'My product' } },
  { place: 'work', path: 'products/$listingId/edit', load: () => import('./edit/edit-page.tsx'), title: { 'zh-CN': '修改产品', en: 'Mend a product' } },
  { place: 'work', path: 'products/$listingId/reports/$reportId', load: () => import('./report/own-page.tsx'), title: { 'zh-CN': '检测报告比对', en: 'Test report compared' } },
  { place: 'work', path: 'product-review', load: () => import('./review/queue-page.tsx'), title: { 'zh-CN': '产品审核', en: 'Review of products' }, rail: { group: 'supply', order: 20, for: reviewing } },
  { place: 'work', path: 'product-review/$listingId', load: () => import('./review/page.tsx'), title: { 'zh-CN': '审核产品', en: 'Review a product' } },
  { place: 'work', path: 'product-review/$listingId/reports/$reportId', load: () => import('./report/review-page.tsx'), title: { 'zh-CN': '检测报告核对', en: 'Settle a test report' } },
);
