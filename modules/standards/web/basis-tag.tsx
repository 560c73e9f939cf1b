import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Tag } from '#web/kit/tag.tsx';

/** Where the figure of a limit comes from. `quiet` for readers, who need not act on it; the officer must. */
export function BasisTag({ basis, quiet = false }: { basis: 'reproduced' | 'recalled'; quiet?: boolean }): JSX.Element {
  const { t } = useText();
  return <Tag tone={basis === 'reproduced' ? 'green' : quiet ? 'plain' : 'ochre'}>{t(`standards.tag.${basis}`)}</Tag>;
}
