import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { citiesQuery } from '#web/session.ts';
import { useTitle } from './title.ts';
import './cities-page.css';

/** The door of a platform with several cities; with one, it leads straight in. */
export default function CitiesPage(): JSX.Element {
  const { t, lang } = useText();
  const navigate = useNavigate();
  const cities = useQuery(citiesQuery);
  useTitle(t('shell.cities.title'));
  const only = cities.data?.length === 1 ? cities.data[0] : undefined;
  useEffect(() => {
    if (only !== undefined) void navigate({ to: `/${only.slug}`, replace: true });
  }, [navigate, only]);
  return (
    <div className="wrap cities">
      <PageTitle title={t('shell.cities.title')} under={t('shell.cities.text')} />
      <Loaded query={cities}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t('shell.cities.empty')}>{t('shell.cities.empty.text')}</Empty>
          ) : (
            <ul>
              {list.map((city) => (
                <li key={city.slug}>
                  <Link to={`/${city.slug}`} className="serif">
                    {lang === 'en' ? city.nameEn : city.nameZh}
                  </Link>
                  {city.demo && <DemoMark />}
                  <span className="quiet">{lang === 'en' ? city.nameZh : city.nameEn}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
