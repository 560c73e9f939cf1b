import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity, type Account } from '../client.ts';

type Session = Account['sessions'][number];

/** Where the account is signed in now. */
export function Sessions({ account }: { account: Account }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const refused = (error: Error): void => say(refusal(error)?.text ?? '', 'refused');
  const end = useSubmit((sessionId: string, key) => identity.endSession({ sessionId }, { context: { key } }), ACCOUNT);
  const endOthers = useSubmit((_: null, key) => identity.endOtherSessions({}, { context: { key } }), ACCOUNT);
  const columns: readonly Column<Session>[] = [
    { id: 'device', head: t('identity.sessions.device'), onPhone: 'head', cell: (one) => <>{one.device === '' ? t('identity.sessions.unknown') : one.device}{one.current && <span className="account-this"><StateMark state="ok">{t('identity.sessions.current')}</StateMark></span>}</> },
    { id: 'way', head: t('identity.sessions.way'), cell: (one) => <span className="second">{t(`identity.way.${one.way}`)}</span> },
    { id: 'opened', head: t('identity.sessions.opened'), width: 150, cell: (one) => minute(one.openedAt) },
    { id: 'seen', head: t('identity.sessions.seen'), width: 150, cell: (one) => minute(one.lastSeenAt) },
    {
      id: 'act', head: <span className="only-read">{t('identity.act')}</span>, figures: true, onPhone: 'bare', width: 170,
      cell: (one) => !one.current && <Button size="small" busy={end.isPending} onClick={() => end.mutate(one.id, { onSuccess: () => say(t('identity.sessions.ended')), onError: refused })}>{t('identity.sessions.end')}<span className="only-read"> {one.device} {minute(one.openedAt)}</span></Button>,
    },
  ];
  const others = account.sessions.length > 1;
  return (
    <section className="work-section" aria-labelledby="sessions">
      <SectionHead
        id="sessions"
        title={t('identity.sessions')}
        note={t('identity.sessions.note')}
        right={others && <Button size="small" tone="danger" busy={endOthers.isPending} onClick={() => endOthers.mutate(null, { onSuccess: ({ ended }) => say(t('identity.sessions.others-ended', { count: ended })), onError: refused })}>{t('identity.sessions.end-others')}</Button>}
      />
      <DataTable caption={t('identity.sessions')} columns={columns} rows={account.sessions} rowKey={(one) => one.id} />
    </section>
  );
}
