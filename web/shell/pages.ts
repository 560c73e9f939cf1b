import { pages } from '#web/route.ts';

/** The shell's own pages, declared as the modules declare theirs. */
export const shellPages = pages(
  { place: 'site', path: '', load: () => import('./cities-page.tsx'), title: { 'zh-CN': '选择城市', en: 'Choose a city' } },
  { place: 'site', path: 'login', load: () => import('./login/page.tsx'), title: { 'zh-CN': '登录', en: 'Log in' } },
  { place: 'site', path: 'sign-on', load: () => import('./sign-on/page.tsx'), title: { 'zh-CN': '统一身份认证', en: 'Sign-on of the city' } },
  { place: 'site', path: 'recover', load: () => import('./recover/page.tsx'), title: { 'zh-CN': '找回账号', en: 'Recover an account' } },
  { place: 'site', path: 'api/docs', load: () => import('./api-docs/page.tsx'), title: { 'zh-CN': '接口文档', en: 'Interface' } },
  { place: 'site', path: 'kit', load: () => import('./kit-page/page.tsx'), title: { 'zh-CN': '组件与状态', en: 'Components and states' } },
  { place: 'city', path: '', load: () => import('./home/page.tsx'), title: { 'zh-CN': '', en: '' } },
  { place: 'work', path: 'kit', load: () => import('./kit-page/work-page.tsx'), title: { 'zh-CN': '工作台组件', en: 'Workbench components' } },
  { place: 'work', path: '', load: () => import('./work/todo-page.tsx'), title: { 'zh-CN': '待办', en: 'To do' } },
);
