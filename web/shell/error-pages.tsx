import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { StateShape, type State } from '#web/kit/state-mark.tsx';
import { faultOf, statusOf, unanswered } from '#web/refusal.ts';
import { useCity } from './city.ts';
import { useTitle } from './title.ts';
import './error-pages.css';

/** What happened, what it means for the reader, where to go. One hand for 404, 403, 500 and no connection. */
function ErrorPage({ state, id, facts, acts }: { state: State; id: string; facts?: ReactNode; acts?: ReactNode }): JSX.Element {
  const { t } = useText();
  const city = useCity();
  useTitle(t(`shell.error.${id}.title`));
  return (
    <div className="wrap error-page">
      <StateShape state={state} size={28} />
      <h1>{t(`shell.error.${id}.title`)}</h1>
      <p>{t(`shell.error.${id}.text`)}</p>
      {facts}
      <div className="error-acts">
        {acts}
        <LinkButton to={city === null ? '/' : `/${city.slug}`}>{t('shell.home')}</LinkButton>
      </div>
    </div>
  );
}

export const NotFound = (): JSX.Element => <ErrorPage state="info" id="404" />;
export const Forbidden = (): JSX.Element => <ErrorPage state="lock" id="403" />;

/** Chosen by what the server answered; a page that could not be loaded at all is most often a lost connection or a new release. */
export function Failed({ error, reset }: { error: unknown; reset?: () => void }): JSX.Element {
  const { t } = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const status = statusOf(error);
  if (status === 404) return <NotFound />;
  if (status === 403) return <Forbidden />;
  const again = (
    <Button
      tone="primary"
      onClick={() => {
        if (isChunkLost(error)) return location.reload();
        void queries.resetQueries();
        reset?.();
        void router.invalidate();
      }}
    >
      {t('kit.retry')}
    </Button>
  );
  if (status === 401) return <ErrorPage state="lock" id="401" acts={<LinkButton tone="primary" to={`/login?next=${encodeURIComponent(location.pathname)}`}>{t('shell.login')}</LinkButton>} />;
  if (unanswered(error) || isChunkLost(error)) return <ErrorPage state="attention" id="offline" acts={again} />;
  const fault = faultOf(error);
  return <ErrorPage state="refused" id="500" acts={again} facts={fault === undefined ? undefined : <p className="mono">{t('kit.fault', { fault })}</p>} />;
}

/** A chunk of a release that is gone, or no network while it was fetched. */
const isChunkLost = (error: unknown): boolean => (error instanceof TypeError && /module|fetch|import/i.test(error.message)) || (error instanceof Error && /^Unable to preload/.test(error.message));
