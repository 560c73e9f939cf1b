import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { wording } from '../../wording.ts';
import { mineKey, mineQuery, privacy } from '../client.ts';
import { privacyWording } from '../wording.ts';
import { Outcomes } from './outcomes.tsx';
import './mine.css';

loadWording(wording);
loadWording(privacyWording);

type Mine = Awaited<ReturnType<typeof privacy.mine>>;

/** A person's own data: a copy of it, and its erasure. */
export default function MinePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const mine = useQuery(mineQuery);
  return (
    <div className="my-data">
      <PageTitle size="work" title={t('privacy.mine.title')} under={t('privacy.mine.under')} acts={<LinkButton to={`/${city}/privacy`}>{t('privacy.mine.map')}</LinkButton>} />
      <Loaded query={mine} lines={8}>
        {(data) => (
          <>
            <Copies mine={data} />
            <Erasure mine={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Copies({ mine }: { mine: Mine }): JSX.Element {
  const { t, lang } = useText();
  const ask = useSubmit((_: null, key) => privacy.askExport({}, { context: { key } }), [mineKey]);
  const refusal = useRefusal('privacy')(ask.error);
  return (
    <section aria-labelledby="copies">
      <SectionHead id="copies" title={t('privacy.mine.copy')} right={<Button tone="primary" size="small" icon="download" busy={ask.isPending} disabled={!mine.may.export} onClick={() => ask.mutate(null)}>{t('privacy.mine.copy.ask')}</Button>} />
      <p className="quiet">{t('privacy.mine.copy.text')}</p>
      {refusal !== undefined && <Refusal title={refusal.text} />}
      {mine.exports.length === 0 && <Empty title={t('privacy.mine.copy.none')}>{t('privacy.mine.copy.none.text')}</Empty>}
      <ul className="copies">
        {mine.exports.map((one) => (
          <li key={one.id}>
            <span className="copies-when">{minute(one.askedAt)}</span>
            {one.state === 'asked' && <StateMark state="run">{t('privacy.mine.copy.asked')}</StateMark>}
            {one.state === 'too-large' && <StateMark state="attention">{t('privacy.mine.copy.too-large')}</StateMark>}
            {one.state === 'ready' && (
              <>
                <StateMark state="ok">{t('privacy.mine.copy.ready', { rows: one.rows ?? 0, until: minute(one.endsAt) })}</StateMark>
                <LinkButton size="small" href={`/api/privacy/exports/${one.id}/html?lang=${lang}`} download="qingcai.html">{t('privacy.mine.copy.html')}</LinkButton>
                <LinkButton size="small" href={`/api/privacy/exports/${one.id}/json`} download="qingcai.json">{t('privacy.mine.copy.json')}</LinkButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Erasure({ mine }: { mine: Mine }): JSX.Element {
  const { t } = useText();
  const [sure, ask] = useState(false);
  const request = useSubmit((_: null, key) => privacy.askErasure({}, { context: { key } }), [mineKey]);
  const withdraw = useSubmit((_: null, key) => privacy.withdrawErasure({}, { context: { key } }), [mineKey]);
  const refusalOf = useRefusal('privacy');
  const refusal = refusalOf(request.error) ?? refusalOf(withdraw.error);
  const { erasure, may } = mine;
  return (
    <section aria-labelledby="erasure">
      <SectionHead id="erasure" title={t('privacy.mine.erase')} />
      <p className="quiet">{t('privacy.mine.erase.text')}</p>
      {mine.serves > 0 && <p className="my-data-serves">{t('privacy.mine.erase.serves', { count: mine.serves })}</p>}
      {refusal !== undefined && <Refusal title={refusal.text} />}
      {erasure !== null && (
        <>
          <p className="my-data-state">
            <StateMark state={erasure.state === 'done' ? 'ok' : erasure.state === 'refused' ? 'refused' : erasure.state === 'withdrawn' ? 'draft' : 'run'}>{t(`privacy.state.${erasure.state}`)}</StateMark>
            <span className="quiet">{t('privacy.asked-at')} {minute(erasure.askedAt)}</span>
            {erasure.reason !== null && <span>{t('privacy.reason')}：{erasure.reason}</span>}
          </p>
          {erasure.state !== 'withdrawn' && erasure.state !== 'refused' && <Outcomes rows={erasure.outcomes} />}
        </>
      )}
      <div className="my-data-acts">
        {may.withdraw && <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>{t('privacy.mine.erase.withdraw')}</Button>}
        {may.erase && !sure && <Button tone="danger" onClick={() => ask(true)}>{t('privacy.mine.erase.ask')}</Button>}
        {may.erase && sure && <Button tone="danger" busy={request.isPending} onClick={() => request.mutate(null, { onSuccess: () => ask(false) })}>{t('privacy.mine.erase.sure')}</Button>}
      </div>
    </section>
  );
}
