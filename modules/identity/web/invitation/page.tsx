import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { minute } from '#web/kit/written.ts';
import { statusOf } from '#web/refusal.ts';
import { useSession } from '#web/session.ts';
import type { Invitation } from '../../contract/invitations.ts';
import { identity } from '../client.ts';
import { RoleTags } from '../roles.tsx';
import { identityWords } from '../wording.ts';
import { AcceptForm } from './accept.tsx';
import { JoinForm } from './join.tsx';
import { forgetToken, keptToken } from './token.ts';
import { invitationWording } from './wording.ts';
import '../people.css';

loadWording(identityWords);
loadWording(invitationWording);

/** The link as the reader brought it: it stands behind #, where no server sees it. */
function useToken(): string | null {
  const [token, setToken] = useState(keptToken);
  useEffect(() => {
    const changed = (): void => setToken(keptToken());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return token;
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Who invites into what, and two ways in: with the reader's account, or with a new one. */
export default function InvitationPage(): JSX.Element {
  const { t } = useText();
  const token = useToken();
  const query = useQuery({ queryKey: ['identity', 'invitation', token], enabled: token !== null, retry: false, queryFn: async ({ signal }) => identity.invitation({ hash: await sha256(token!) }, { signal }) });
  const unknown = token === null || statusOf(query.error) === 404;
  return (
    <div className="wrap">
      <div className="invitation-page">
        <PageTitle title={t('identity.invitation.title')} />
        {unknown ? <Refusal title={t('identity.invitation.unknown')}>{t('identity.invitation.unknown.text')}</Refusal> : <Loaded query={query}>{(found) => <Shown invitation={found} token={token} />}</Loaded>}
      </div>
    </div>
  );
}

function Shown({ invitation, token }: { invitation: Invitation; token: string }): JSX.Element {
  const { t } = useText();
  const session = useSession();
  const [done, setDone] = useState(false);
  const work = invitation.citySlug === null ? '/' : `/${invitation.citySlug}/work`;
  return (
    <>
      <dl className="facts">
        <div><dt>{t('identity.invitation.unit')}</dt><dd><b>{invitation.organisationName}</b>{invitation.demo && <> <DemoMark /></>}</dd></div>
        <div><dt>{t('identity.invitation.roles')}</dt><dd><RoleTags roles={invitation.roles} /></dd></div>
        <div><dt>{t('identity.invitation.by')}</dt><dd>{t('identity.by', { name: invitation.invitedBy.name, role: t(`identity.role.${invitation.invitedBy.as}`) })}</dd></div>
        <div><dt>{t('identity.invitation.until')}</dt><dd>{minute(invitation.endsAt)}</dd></div>
      </dl>
      {done ? (
        <div role="status">
          <p>{t('identity.invitation.done', { unit: invitation.organisationName })}</p>
          <p className="invitation-ways"><LinkButton tone="primary" size="large" to={session?.person == null ? '/login' : work}>{t(session?.person == null ? 'identity.invitation.sign-in' : 'identity.invitation.work')}</LinkButton></p>
        </div>
      ) : invitation.state !== 'open' ? (
        <Refusal kind="closed" title={t(`identity.state.${invitation.state}`)}>{t(`identity.invitation.closed.${invitation.state}`)}</Refusal>
      ) : session?.person == null ? (
        <JoinForm token={token} name={invitation.name} onDone={() => (forgetToken(), setDone(true))} />
      ) : (
        <AcceptForm token={token} person={session.person.name} onDone={() => (forgetToken(), setDone(true))} />
      )}
    </>
  );
}
