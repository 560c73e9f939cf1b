import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { PageRoute } from '#web/route.ts';
import { CityGate } from './city-gate.tsx';
import { Failed, NotFound } from './error-pages.tsx';
import { routes } from './found.ts';
import { shellPages } from './pages.ts';
import { PublicLayout } from './public-layout.tsx';
import { Root } from './root.tsx';
import { Titled } from './titled.tsx';

/**
 * site        /            city choice, /login, /kit, pages that no city owns
 * /{city}     the home page and the public pages of the modules
 * /{city}/work  the workbench
 */
const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Failed });
const site = createRoute({ getParentRoute: () => root, id: 'site', component: PublicLayout });
const city = createRoute({ getParentRoute: () => root, path: '$city', component: CityGate });
const open = createRoute({ getParentRoute: () => city, id: 'open', component: PublicLayout });
const work = createRoute({ getParentRoute: () => city, path: 'work', component: lazyRouteComponent(() => import('./work/layout.tsx')) });

const parents: Readonly<Record<PageRoute['place'], AnyRoute>> = { site, city: open, work };

const pageRoute = (route: PageRoute): AnyRoute => {
  const Page = lazyRouteComponent(route.load);
  const Named = (): React.JSX.Element => (
    <Titled title={route.title}>
      <Page />
    </Titled>
  );
  return createRoute({ getParentRoute: () => parents[route.place], path: route.path === '' ? '/' : route.path, component: Object.assign(Named, Page.preload === undefined ? {} : { preload: Page.preload }) }) as unknown as AnyRoute;
};

/** An unknown address is answered inside the frame of its place, with its way back. */
const elsewhere = (place: PageRoute['place']): AnyRoute => createRoute({ getParentRoute: () => parents[place], path: '$', component: NotFound }) as unknown as AnyRoute;

const children = (place: PageRoute['place']): AnyRoute[] => [...[...shellPages, ...routes].filter((route) => route.place === place).map(pageRoute), ...(place === 'site' ? [] : [elsewhere(place)])];

export const router = createRouter({
  routeTree: root.addChildren([site.addChildren(children('site')), city.addChildren([open.addChildren(children('city')), work.addChildren(children('work'))])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
});
