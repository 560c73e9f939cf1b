import { useEffect } from 'react';
import { useText } from '#web/i18n.ts';
import { useCity } from './city.ts';

/** Names the document: the page, the city, the platform. A page with a name of its own (a product) calls it with that name. */
export function useTitle(page: string | undefined): void {
  const { t, lang } = useText();
  const city = useCity();
  const place = city === null ? undefined : lang === 'en' ? city.nameEn : city.nameZh;
  const title = [page, place, t('shell.name')].filter((part) => part !== undefined && part !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
