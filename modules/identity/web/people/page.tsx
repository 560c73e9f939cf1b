import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { unitPeopleQuery } from '../client.ts';
import { identityWords } from '../wording.ts';
import { ownActs } from './acts.ts';
import { UnitPeopleView } from './unit-people.tsx';
import { peopleWording } from './wording.ts';

loadWording(identityWords);
loadWording(peopleWording);

/** The people of the own unit: for its administrator. */
export default function PeoplePage(): JSX.Element {
  const { t } = useText();
  const query = useQuery(unitPeopleQuery);
  return (
    <>
      <PageTitle size="work" title={t('identity.people.title')} under={t('identity.people.under')} />
      <Loaded query={query}>{(data) => <UnitPeopleView data={data} acts={ownActs} />}</Loaded>
    </>
  );
}
