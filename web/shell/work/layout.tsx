import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Component, createContext, use, useEffect, type JSX, type ReactNode } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { WithAntd } from '#web/kit/antd.tsx';
import { LinkButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Mark } from '#web/kit/mark.tsx';
import { Menu } from '#web/kit/menu.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { instant } from '#web/kit/written.ts';
import { say } from '#web/kit/notice.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useServerNow } from '#web/server-clock.ts';
import { citiesQuery, servesCity, sessionQuery, type Membership, type Session } from '#web/session.ts';
import { Slot } from '#web/slots.tsx';
import { useSubmit } from '#web/submit.ts';
import { useCity } from '../city.ts';
import { LangSwitch } from '../lang-switch.tsx';
import { useTitle } from '../title.ts';
import { Rail } from './rail.tsx';
import { workWording } from './wording.ts';
import './layout.css';

loadWording(workWording);

const MembershipContext = createContext<Membership | null>(null);

/** The post in which the reader acts now; every page of the workbench stands inside one. */
export function useActing(): Membership {
  const membership = use(MembershipContext);
  if (membership === null) throw new Error('outside the workbench');
  return membership;
}

/** Everything below /{city}/work: somebody is signed in and acts for an organisation that may act in this city. */
export default function WorkLayout(): JSX.Element {
  const session = useQuery(sessionQuery);
  return (
    <WithAntd>
      <Loaded query={session}>{(known) => <Signed session={known} />}</Loaded>
    </WithAntd>
  );
}

function Signed({ session }: { session: Session }): JSX.Element {
  const { t } = useText();
  const city = useCity();
  const slug = city?.slug ?? '';
  if (session.person === null) return <ToLogin />;
  const acting = session.active !== null && servesCity(session.active, slug) ? session.active : null;
  return (
    <div className="work">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <WorkHead session={session} acting={acting} slug={slug} />
      <div className="work-body">
        {acting === null ? <nav className="rail" aria-label={t('shell.work.rail')} /> : <Rail membership={acting} slug={slug} />}
        <main id="main" className="work-main" tabIndex={-1}>
          {acting === null ? (
            <OtherCity slug={slug} />
          ) : (
            <MembershipContext value={acting}>
              <Outlet />
            </MembershipContext>
          )}
        </main>
      </div>
    </div>
  );
}

/** Once: the router's own <Navigate> goes again with each drawing, and while it leaves, the address to come back to changes. */
function ToLogin(): JSX.Element {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '/login', search: { next: location.pathname + location.search } as never, replace: true });
  }, [navigate]);
  return <Reading />;
}

function OtherCity({ slug }: { slug: string }): JSX.Element {
  const { t } = useText();
  useTitle(t('shell.work.other-city'));
  return (
    <>
      <PageTitle size="work" title={t('shell.work')} />
      <section className="work-section">
        <Refusal kind="closed" title={t('shell.work.other-city')} acts={<LinkButton to={`/${slug}`}>{t('shell.work.public')}</LinkButton>}>
          {t('shell.work.other-city.text')}
        </Refusal>
      </section>
    </>
  );
}

function WorkHead({ session, acting, slug }: { session: Session; acting: Membership | null; slug: string }): JSX.Element {
  const { t, lang } = useText();
  const city = useCity();
  return (
    <header className="work-head no-print">
      <Link to={`/${slug}/work`} className="brand" aria-label={t('shell.work')}>
        <Mark word size={23} />
      </Link>
      <Organisations session={session} acting={acting} />
      <span className="work-city">
        {lang === 'en' ? city?.nameEn : city?.nameZh}
        {city?.demo === true && <DemoMark />}
      </span>
      <span className="work-gap" />
      <Clock />
      {acting !== null && (
        <Fence>
          <Slot name="work.bell" city={slug} membership={acting} />
        </Fence>
      )}
      <LangSwitch />
      <Person name={session.person?.name ?? ''} slug={slug} />
    </header>
  );
}

/** A broken bell must not take the head with it. */
class Fence extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}

function Organisations({ session, acting }: { session: Session; acting: Membership | null }): JSX.Element {
  const { t } = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refusal = useRefusal('identity');
  const change = useSubmit((membershipId: string, key) => identity.actAs({ membershipId }, { context: { key } }));
  const shown = acting ?? session.active;
  const name = shown?.organisationName ?? '—';
  const act = (membership: Membership, close: () => void): void => {
    change.mutate(membership.id, {
      onSuccess: (next) => {
        close();
        queries.setQueryData(sessionQuery.queryKey, next);
        // What the former post has read is forgotten, and what the page shows is asked again; clear() would tell no page that shows it.
        void queries.resetQueries({ predicate: ({ queryKey: [what] }) => what !== sessionQuery.queryKey[0] && what !== citiesQuery.queryKey[0] });
        if (membership.citySlug !== null) void navigate({ to: `/${membership.citySlug}/work` });
      },
      onError: (error) => say(refusal(error)?.text ?? '', 'refused'),
    });
  };
  const words = (
    <>
      {shown !== null && <b>{t(`shell.kind.${shown.kind}`)} </b>}
      <span className="work-organisation">{name}</span>
    </>
  );
  if (session.memberships.length < 2) return <span className="work-role">{words}</span>;
  return (
    <span className="work-role">
      <Menu
        side="left"
        button={
          <>
            {words}
            <span className="only-read">{t('shell.work.switch')}</span>
            <Icon name="down" size={14} />
          </>
        }
      >
        {(close) => (
          <>
            <p className="menu-note">{t('shell.work.switch.title')}</p>
            {session.memberships.map((one) => (
              <button key={one.id} type="button" className="menu-item" aria-current={one.id === shown?.id || undefined} onClick={() => act(one, close)}>
                <span>
                  {one.organisationName}
                  <small>{t(`shell.kind.${one.kind}`)}</small>
                </span>
              </button>
            ))}
          </>
        )}
      </Menu>
    </span>
  );
}

function Clock(): JSX.Element {
  const { t } = useText();
  const now = useServerNow(1000);
  return (
    <span className="work-clock">
      <Icon name="clock" size={14} />
      {t('shell.work.server-time')} <b>{instant(now)}</b>
    </span>
  );
}

function Person({ name, slug }: { name: string; slug: string }): JSX.Element {
  const { t } = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refusal = useRefusal('identity');
  const leave = useSubmit((_: null, key) => identity.signOut({}, { context: { key } }));
  const out = (): void =>
    leave.mutate(null, {
      onSuccess: () => {
        queries.clear();
        void navigate({ to: `/${slug}` });
      },
      onError: (error) => say(refusal(error)?.text ?? '', 'refused'),
    });
  return (
    <Menu
      button={
        <>
          <Icon name="person" />
          {name}
          <span className="only-read">{t('shell.work.person')}</span>
        </>
      }
    >
      {(close) => (
        <>
          <Link to={`/${slug}/work/account`} className="menu-item" onClick={close}>
            {t('shell.work.account')}
          </Link>
          <Link to={`/${slug}`} className="menu-item" onClick={close}>
            {t('shell.work.public')}
          </Link>
          <div className="menu-line" />
          <button type="button" className="menu-item" onClick={out}>
            {t('shell.work.sign-out')}
          </button>
        </>
      )}
    </Menu>
  );
}
