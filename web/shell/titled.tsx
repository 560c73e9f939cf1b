import type { JSX, ReactNode } from 'react';
import { useText, type InBoth } from '#web/i18n.ts';
import { useTitle } from './title.ts';

/** Names the document after the route until the page, knowing its data, names it better. */
export function Titled({ title, children }: { title: InBoth; children: ReactNode }): JSX.Element {
  const { both } = useText();
  useTitle(both(title));
  return <>{children}</>;
}
