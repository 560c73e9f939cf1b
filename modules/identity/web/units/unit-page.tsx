import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { cityUnitQuery } from '../client.ts';
import { cityActs } from '../people/acts.ts';
import { UnitPeopleView } from '../people/unit-people.tsx';
import { peopleWording } from '../people/wording.ts';
import { identityWords } from '../wording.ts';
import { unitsWording } from './wording.ts';

loadWording(identityWords);
loadWording(peopleWording);
loadWording(unitsWording);

/** One unit of the city, as the city's desks see it. */
export default function UnitPage(): JSX.Element {
  const { t } = useText();
  const { city, unit } = useParams({ strict: false }) as { city: string; unit: string };
  const query = useQuery(cityUnitQuery(city, unit));
  const acts = useMemo(() => cityActs(city, unit), [city, unit]);
  return (
    <Loaded query={query} lines={8}>
      {(data) => (
        <>
          <Breadcrumb crumbs={[{ label: t('identity.units.title'), to: `/${city}/work/units` }, { label: data.unit.name }]} />
          <PageTitle size="work" title={data.unit.name} beside={data.unit.demo ? <DemoMark /> : undefined} under={t('identity.unit.under', { kind: t(`identity.kind.${data.unit.kind}`) })} />
          <UnitPeopleView data={data} acts={acts} />
        </>
      )}
    </Loaded>
  );
}
