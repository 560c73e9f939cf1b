import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { valueText } from '#modules/laboratories/web/parts.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { FormField, TextArea } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { catalogue, catalogueKey, reviewQuery } from '../client.ts';
import { sharesOf } from '../product/verdict.tsx';
import { byNeed } from './order.ts';

type Act = Exclude<ProductView['may']['decide'][number], 'withdraw'>;
const NEEDS_REASONS: readonly Act[] = ['return', 'refuse', 'suspend'];

/** The decision, with what must come before it. What is only still to prove may stand on show with its gate closed; nothing else passes. */
export function Decide({ product, city, reports }: { product: ProductView; city: string; reports: string }): JSX.Element {
  const { t, lang } = useText();
  const refusal = useRefusal('catalogue');
  const [reasons, setReasons] = useState('');
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const queue = useQuery(reviewQuery(city)).data;
  const decide = useSubmit((input: { act: Act; reasons: string | null }, key) => catalogue.decideListing({ city, listingId: product.listingId, ...input }, { context: { key } }), [catalogueKey(city)]);
  const acts = product.may.decide.filter((act): act is Act => act !== 'withdraw');
  /** On show: nothing waits, and what can still be done is not pressed on anybody. */
  const settled = acts.length === 1 && acts[0] === 'suspend';
  const shares = sharesOf(product);
  const papers = product.evidence.filter((one) => one.kind !== 'TEST_REPORT' && one.state === 'submitted');
  const elsewhere = product.evidence.filter((one) => one.state === 'confirmed' && product.indicators.some((row) => row.evidenceId === one.evidenceId && row.reasons.some((reason) => reason.facts?.['doubt'] === 'evidence-confirmed-elsewhere')));
  const report = shares.toReview.find((one) => one.reportId !== null) ?? null;
  const following = byNeed(queue?.products ?? []).find((one) => one.listingId !== product.listingId && one.status === 'compared');
  const refused = refusal(decide.error);
  const missing = tried && reasons.trim() === '';
  const send = (act: Act): void => {
    const needed = NEEDS_REASONS.includes(act);
    setTried(needed);
    if (needed && reasons.trim() === '') return;
    decide.mutate({ act, reasons: needed ? reasons.trim() : null }, { onSuccess: () => (setReasons(''), setTried(false), say(t(`catalogue.review.done.${act}`))) });
  };
  /** What was found, in sentences the supplier can act on. */
  const fill = (): void =>
    setReasons(
      [
        ...[...shares.failing, ...shares.toReview, ...shares.lapsed].map((one) => t('catalogue.review.why.item', { code: one.code, name: nameIn(lang, one), outcome: t(`laboratories.outcome.${one.outcome}`), value: one.value === null ? (one.printed ?? '—') : valueText(one.value), limit: one.limit === null ? '—' : valueText(one.limit) })),
        ...shares.missing.map((one) => t('catalogue.review.why.missing', { code: one.code, name: nameIn(lang, one) })),
      ].join('\n'),
    );
  const open = shares.failing.length + shares.toReview.length + shares.missing.length + shares.lapsed.length > 0;
  return (
    <section aria-label={t('catalogue.review.decision')}>
      <SectionHead title={t('catalogue.review.decision')} />
      {report !== null && acts.length > 0 && (
        <Refusal kind="attention" title={t('catalogue.review.settle-first')} acts={<Link to={`${reports}/${report.reportId}`} search={{ row: report.code } as never} className="button button-primary button-normal">{t('catalogue.review.open-report')}</Link>}>
          {t('catalogue.review.settle-first.text', { count: shares.toReview.filter((one) => one.reportId !== null).length })}
        </Refusal>
      )}
      {papers.length > 0 && acts.length > 0 && (
        <Refusal kind="attention" title={t('catalogue.review.confirm-first')} acts={papers.map((one) => <LinkButton key={one.evidenceId} size="small" to={`/${city}/work/evidence-desk/${one.evidenceId}`}>{t('catalogue.review.confirm', { name: `${t(`catalogue.evidence.${one.kind}`)} ${one.number ?? ''}`.trim() })}</LinkButton>)} />
      )}
      {elsewhere.map((one) => (
        <ConfirmHere key={one.evidenceId} city={city} listingId={product.listingId} one={one} />
      ))}
      {refused !== undefined && refused.field !== 'reasons' && <Refusal title={refused.text} />}
      {acts.length === 0 ? (
        <p className="second review-nothing">{t('catalogue.review.nothing')}</p>
      ) : settled && !asked ? (
        <p>
          <Button tone="text" size="small" onClick={() => setAsked(true)}>
            {t('catalogue.review.ask-suspend')}
          </Button>
        </p>
      ) : (
        <>
          {acts.some((act) => NEEDS_REASONS.includes(act)) && (
            <FormField label={t('catalogue.review.reasons')} hint={t('catalogue.review.reasons.hint')} error={missing ? t('catalogue.review.reasons.needed') : refused?.field === 'reasons' ? refused.text : undefined}>
              <TextArea rows={4} maxLength={1000} value={reasons} onChange={(event) => (decide.reset(), setReasons(event.target.value))} />
            </FormField>
          )}
          {open && (
            <p>
              <Button tone="text" size="small" onClick={fill}>
                {t('catalogue.review.fill')}
              </Button>
            </p>
          )}
          {shares.failing.length > 0 && <p className="second">{t('catalogue.review.failing')}</p>}
          <div className="review-acts">
            {acts.map((act) => (
              <Button key={act} tone={act === 'list' || act === 'restore' ? 'primary' : act === 'refuse' ? 'danger' : 'plain'} busy={decide.isPending && decide.variables?.act === act} onClick={() => send(act)}>
                {t(`catalogue.review.act.${act}`)}
              </Button>
            ))}
          </div>
          <p className="note quiet">{t('catalogue.review.signed')}</p>
        </>
      )}
      {following !== undefined && !['submitted', 'compared'].includes(product.status) && (
        <p>
          <LinkButton tone={settled && !asked ? 'primary' : 'plain'} to={`/${city}/work/product-review/${following.listingId}`}>{t('catalogue.review.next')}</LinkButton>
        </p>
      )}
    </section>
  );
}

/** A confirmed paper that serves for several products counts for this one when somebody of the centre has held it against this one. */
function ConfirmHere({ city, listingId, one }: { city: string; listingId: string; one: ProductView['evidence'][number] }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('catalogue');
  const confirm = useSubmit((_: null, key) => catalogue.confirmForListing({ city, listingId, evidenceId: one.evidenceId }, { context: { key } }), [catalogueKey(city)]);
  const name = `${t(`catalogue.evidence.${one.kind}`)} ${one.number ?? ''}`.trim();
  const acts = (
    <>
      <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate(null, { onSuccess: () => say(t('catalogue.review.here.done')) })}>
        {t('catalogue.review.here.act')}
      </Button>
      <LinkButton size="small" tone="text" to={`/${city}/work/evidence-desk/${one.evidenceId}`}>
        {t('catalogue.review.here.look')}
      </LinkButton>
    </>
  );
  return (
    <Refusal kind="attention" title={t('catalogue.review.here', { name })} acts={acts}>
      {refusal(confirm.error)?.text ?? t('catalogue.review.here.text')}
    </Refusal>
  );
}
