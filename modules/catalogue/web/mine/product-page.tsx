import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState, type JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Breadcrumb, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { Timeline, type Moment } from '#web/kit/timeline.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useTitle } from '#web/shell/title.ts';
import { useSubmit } from '#web/submit.ts';
import { catalogue, catalogueKey, productQuery } from '../client.ts';
import { Papers } from '../evidence/papers.tsx';
import { evidenceWording } from '../evidence/wording.ts';
import { Indicators } from '../product/indicators.tsx';
import { VerdictBlock } from '../product/verdict.tsx';
import { productWording } from '../product/wording.ts';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { nextOf } from './next.ts';
import { STATES } from './states.ts';
import { mineWording } from './wording.ts';
import '../product/product.css';
import './own.css';

const AddEvidence = lazy(async () => ({ default: (await import('./add-evidence.tsx')).AddEvidence }));

loadWording(catalogueWording);
loadWording(productWording);
loadWording(evidenceWording);
loadWording(mineWording);

/** A product in its supplier's eyes: where it stands, what to do next, what the comparison found. */
export default function OwnProductPage(): JSX.Element {
  const { city, listingId } = useParams({ strict: false }) as { city: string; listingId: string };
  const product = useQuery({ ...productQuery(city, listingId), refetchInterval: (query) => (query.state.data?.status === 'submitted' ? 2000 : false) });
  return <Loaded query={product} lines={12}>{(one) => <Own key={one.listingId} product={one} city={city} />}</Loaded>;
}

function Own({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const title = titleOf(lang, product);
  useTitle(title);
  const next = nextOf(product);
  const reports = `/${city}/work/products/${product.listingId}/reports`;
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('catalogue.mine.title'), to: `/${city}/work/products` }, { label: <span lang="zh-CN">{product.model}</span> }]} />
      <PageTitle
        size="work"
        title={<span lang="zh-CN">{title}</span>}
        beside={<StateMark state={STATES[product.status] ?? 'info'}>{t(`catalogue.mine.state.${product.status}`)}</StateMark>}
        acts={
          <>
            {product.status === 'listed' && <LinkButton to={`/${city}/museum/${product.listingId}`}>{t('catalogue.own.public')}</LinkButton>}
            {product.may.resubmit && <LinkButton tone="primary" to={`/${city}/work/products/${product.listingId}/edit`}>{t('catalogue.own.edit')}</LinkButton>}
          </>
        }
      />
      <section className="own-next" aria-label={t('catalogue.own.next')}>
        <p>
          <b>{t('catalogue.own.next')}</b> {t(next.id, next.values)}
        </p>
        {product.reasons !== null && product.reasons !== '' && (
          <Refusal kind={product.status === 'refused' ? 'refused' : 'attention'} title={t('catalogue.own.reasons')}>
            <span className="own-reasons">{product.reasons}</span>
          </Refusal>
        )}
      </section>
      <section className="work-section">
        <SectionHead title={t('catalogue.own.life')} />
        <Timeline label={t('catalogue.own.life')} moments={momentsOf(product, t)} />
      </section>
      {product.verdict !== null && (
        <>
          <div className="work-section">
            <VerdictBlock product={product} city={city} />
          </div>
          <Indicators product={product} city={city} reports={reports} />
        </>
      )}
      <div className="own-columns">
        <Papers product={product} reports={reports} pageOf={(id) => `/${city}/work/evidence/${id}`} />
        {product.may.addEvidence && (
          <section>
            <SectionHead title={t('catalogue.own.add')} note={t('catalogue.own.add.note')} />
            <Suspense fallback={<Reading lines={4} />}>
              <AddEvidence product={product} city={city} />
            </Suspense>
          </section>
        )}
      </div>
      {product.may.decide.includes('withdraw') && <Withdraw product={product} city={city} />}
    </>
  );
}

function momentsOf({ status, times }: ProductView, t: (id: string) => string): readonly Moment[] {
  const rule = t('catalogue.own.life.rule');
  const done = (when: string | null): Moment['when'] => (when === null ? t('catalogue.own.life.later') : minute(when));
  const decided = times.decided !== null && status !== 'submitted' && status !== 'compared';
  // Judged again since: the time of the first comparison is not kept, and a later one would stand before an earlier decision.
  const again = times.judged !== null && times.decided !== null && times.judged > times.decided;
  return [
    { state: 'done', when: done(times.submitted), what: t('catalogue.own.life.submitted') },
    { state: status === 'submitted' ? 'now' : 'done', when: status === 'submitted' ? t('catalogue.own.life.now') : again ? t('catalogue.own.life.done') : done(times.judged), what: t('catalogue.own.life.judged'), rule },
    { state: decided ? (status === 'returned' ? 'act' : 'done') : status === 'compared' ? 'now' : 'later', when: decided ? done(times.decided) : status === 'compared' ? t('catalogue.own.life.now') : t('catalogue.own.life.later'), what: !decided ? t('catalogue.own.life.decided') : status === 'listed' ? t('catalogue.own.life.passed') : t(`catalogue.mine.state.${status}`) },
    { state: status === 'listed' ? 'done' : status === 'suspended' ? 'paused' : 'later', when: times.listed === null || status === 'returned' ? t('catalogue.own.life.later') : done(times.listed), what: t('catalogue.own.life.listed') },
  ];
}

function Withdraw({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('catalogue');
  const [sure, setSure] = useState(false);
  const withdraw = useSubmit((_: null, key) => catalogue.withdrawListing({ city, listingId: product.listingId }, { context: { key } }), [catalogueKey(city)]);
  const refused = refusal(withdraw.error);
  return (
    <section className="own-withdraw">
      {refused !== undefined && <Refusal title={refused.text} />}
      {sure ? (
        <>
          <span>{t('catalogue.own.withdraw.sure')}</span>
          <Button tone="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate(null, { onSuccess: () => say(t('catalogue.own.withdrawn')) })}>
            {t('catalogue.own.withdraw.yes')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('catalogue.own.withdraw.no')}</Button>
        </>
      ) : (
        <Button tone="text" onClick={() => setSure(true)}>
          {t('catalogue.own.withdraw')}
        </Button>
      )}
    </section>
  );
}
