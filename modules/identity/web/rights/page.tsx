import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { hasWording, loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { StateMark, StateShape } from '#web/kit/state-mark.tsx';
import { legalDay } from '#web/kit/written.ts';
import type { MembershipRights, Right } from '../../contract/rights.ts';
import { myRightsQuery } from '../client.ts';
import { identityWords } from '../wording.ts';
import { MyInvitations } from './invitations.tsx';
import { rightsWording } from './wording.ts';
import '../people.css';

loadWording(identityWords);
loadWording(rightsWording);

/** What the reader may do, in which unit, since when, by whom, and whom to ask for more: told from the table that lets requests in. */
export default function RightsPage(): JSX.Element {
  const { t } = useText();
  const query = useQuery(myRightsQuery);
  return (
    <>
      <PageTitle size="work" title={t('identity.rights.title')} under={t('identity.rights.under')} />
      <p className="rights-legend second note">
        <StateMark state="ok" size={12}>{t('identity.rights.legend.acts')}</StateMark> <StateMark state="todo" size={12}>{t('identity.rights.legend.reads')}</StateMark>
      </p>
      <MyInvitations />
      <Loaded query={query} lines={10}>
        {(data) => (
          <>
            {data.memberships.map((post) => (
              <Post key={post.membershipId} post={post} />
            ))}
            <section className="work-section">
              <SectionHead title={t('identity.rights.everyone')} note={t('identity.rights.everyone.note')} />
              <div className="rights-role">
                <span />
                <Areas rights={data.everyone} />
              </div>
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Post({ post }: { post: MembershipRights }): JSX.Element {
  const { t, both } = useText();
  const ask = post.administrators.length > 0 ? t('identity.rights.ask', { names: post.administrators.join(t('identity.and')) }) : t(`identity.rights.ask.${post.otherwise}`);
  return (
    <section className="rights-post">
      <SectionHead title={post.organisationName} note={`${t(`identity.kind.${post.kind}`)} · ${post.cityName === null ? t('identity.rights.every-city') : both(post.cityName)}`} />
      {post.roles.length === 0 && <p className="quiet">{t('identity.rights.none')}</p>}
      {post.roles.map((one) => (
        <div key={one.role} className="rights-role">
          <div>
            <h3>{t(`identity.role.${one.role}`)}</h3>
            <p className="second note">{t(`identity.means.${one.role}`)}</p>
            <dl>
              <div><dt>{t('identity.rights.since')}</dt> <dd>{legalDay(one.since)}</dd></div>
              <div><dt>{t('identity.rights.by')}</dt> <dd>{one.grantedBy === null ? t('identity.rights.by.registration') : t('identity.by', { name: one.grantedBy.name, role: t(`identity.role.${one.grantedBy.as}`) })}</dd></div>
              {one.confirmedBy !== null && <div><dt>{t('identity.rights.confirmed')}</dt> <dd>{t('identity.by', { name: one.confirmedBy.name, role: t(`identity.role.${one.confirmedBy.as}`) })}</dd></div>}
            </dl>
          </div>
          <Areas rights={one.rights} />
        </div>
      ))}
      <p className="rights-ask">{ask}</p>
    </section>
  );
}

/** What a role opens, by part of the platform: acts first. */
function Areas({ rights }: { rights: readonly Right[] }): JSX.Element {
  const { t, both } = useText();
  const areas = Map.groupBy(rights, (right) => (hasWording(`identity.area.${right.module}`) ? right.module : 'other'));
  return (
    <div className="rights-areas">
      {[...areas].map(([area, here]) => (
        <div key={area}>
          <p className="rights-area">{t(`identity.area.${area}`)}</p>
          <ul>
            {here.toSorted((a, b) => Number(b.acts) - Number(a.acts)).map((right) => (
              <li key={right.operation}>
                <StateShape state={right.acts ? 'ok' : 'todo'} size={12} />
                {both(right.text)}
                <span className="only-read">{t(right.acts ? 'identity.rights.acts' : 'identity.rights.reads')}</span>
                {right.of === 'city' && <span className="quiet"> {t('identity.rights.of.city')}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
