import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { MomentView, OrderView } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import { handOut, SignedBy } from '#modules/signing/web/parts.ts';
import { API } from '#web/http.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Money } from '#web/kit/money.tsx';
import { Facts, SectionHead } from '#web/kit/structure.tsx';
import { minute, money } from '#web/kit/written.ts';
import { orders } from '../client.ts';

/** What it comes to, where it goes, what happened. */
export function Aside({ order, city }: { order: OrderView; city: string }): JSX.Element {
  const { t } = useText();
  const { sums, site } = order;
  const fact = (name: string, value: string | null): { name: string; value: string }[] => (value === null || value === '' ? [] : [{ name: t(name), value }]);
  return (
    <aside className="order-aside">
      <section>
        <SectionHead title={t('orders.sums.title')} note={t('orders.sums.unit')} />
        <Facts
          facts={[
            { name: t('orders.sums.total'), value: <Money amount={sums.total} bare /> },
            ...(sums.reduced === '0.00' ? [] : [{ name: t('orders.sums.reduced'), value: <Money amount={`-${sums.reduced}`} bare /> }]),
            { name: t('orders.sums.accepted'), value: <Money amount={sums.accepted} bare /> },
            { name: <b>{t('orders.sums.expected')}</b>, value: <span className="order-sum">{money(sums.expected)}</span> },
          ]}
        />
      </section>
      <section>
        <SectionHead title={t('orders.facts.title')} />
        <Facts
          facts={[
            ...fact('orders.facts.address', site.address), ...fact('orders.facts.contact', site.contact), ...fact('orders.facts.phone', site.phone), ...fact('orders.facts.restricted', order.restricted ? t('orders.facts.restricted.why') : null), ...fact('orders.facts.required', order.requiredOn), ...fact('orders.facts.note', order.note),
            ...(order.internalNote === null ? [] : [{ name: <>{t('orders.facts.internal')} <small className="quiet">{t('orders.facts.internal.only')}</small></>, value: order.internalNote }]),
            ...fact('orders.facts.members', order.members?.join('、') ?? null), ...fact('orders.facts.paid', order.paidOn === null ? null : [order.paidOn, order.voucher].filter((part) => part !== null).join(' ')),
          ]}
        />
      </section>
      {order.acceptance !== null && (
        <section>
          <SectionHead title={t('orders.paper.title')} />
          <SignedBy signature={order.acceptance} city={city} />
          <div className="order-paper-acts no-print">
            <LinkButton size="small" icon="download" href={`${API}/${city}/orders/${order.orderId}/acceptance/paper`} download={`${order.number}.pdf`}>{t('orders.paper.pdf')}</LinkButton>
            <Bundle order={order} city={city} />
          </div>
        </section>
      )}
      <section>
        <SectionHead title={t('orders.log.title')} />
        <ol className="order-log">
          {order.moments.toReversed().map((moment, index) => (
            <li key={order.moments.length - index}>
              <time dateTime={moment.at}>{minute(moment.at)}</time>
              <span>
                <Happened moment={moment} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </aside>
  );
}

/** The signature with the data that were signed, for checking on one's own machine. */
function Bundle({ order, city }: { order: OrderView; city: string }): JSX.Element {
  const { t } = useText();
  const { mutate, isPending } = useMutation({ mutationFn: () => orders.acceptanceBundle({ city, order: order.orderId }), onSuccess: (bundle) => handOut(`${order.number}.json`, `${JSON.stringify(bundle, null, 2)}\n`) });
  return <Button size="small" icon="download" busy={isPending} onClick={() => mutate()}>{t('orders.paper.bundle')}</Button>;
}

/** Who did what, in one line. The words of a choice bear no hyphens. */
function Happened({ moment }: { moment: MomentView }): JSX.Element {
  const { t, lang } = useText();
  const facts = Object.fromEntries(Object.entries(moment.facts).map(([name, value]) => [name, value ?? '']));
  const { outcome = '', lines = '' } = facts;
  return (
    <>
      {moment.who} {t(`orders.moment.${moment.act}`, { ...facts, outcome: outcome.replaceAll('-', '_'), lines: lines === '' ? 'none' : lang === 'en' ? lines.replaceAll('、', ', ') : lines, line: moment.lineNo ?? '' })}
    </>
  );
}
