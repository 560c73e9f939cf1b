import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { grouped, minute } from '#web/kit/written.ts';
import { ruleQuery, type purchases } from '../client.ts';
import { RuleForm } from './form.tsx';
import { ruleWording } from './wording.ts';
import '../approvals/approvals.css';

loadWording(ruleWording);

type Rule = Awaited<ReturnType<typeof purchases.approvalRule>>['rules'][number];

/** From which amount on how many approvals, since when: the rules of the own unit as dated data. */
export default function RulePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const query = useQuery(ruleQuery(city));
  return (
    <>
      <PageTitle size="work" title={t('purchases.rule.title')} under={t('purchases.rule.under')} />
      <Loaded query={query} lines={6}>
        {(data) => {
          const columns: readonly Column<Rule>[] = [
            { id: 'from', head: t('purchases.rule.valid-from'), width: 150, onPhone: 'head', cell: (rule) => rule.validFrom },
            {
              id: 'bands', head: t('purchases.rule.bands'),
              cell: (rule) => (rule.bands.length === 0 ? t('purchases.rule.none') : <ul>{rule.bands.map((band) => <li key={band.from}>{t('purchases.rule.band', { from: grouped(band.from), approvals: band.approvals })}</li>)}</ul>),
            },
            { id: 'by', head: t('purchases.rule.set-by'), width: 200, cell: (rule) => <>{rule.setBy}<small>{minute(rule.setAt)}</small></> },
            { id: 'state', head: t('purchases.rule.state'), width: 130, cell: (rule) => (rule.id === data.inForce?.id ? <StateMark state="ok">{t('purchases.rule.in-force')}</StateMark> : rule.validFrom > data.today ? <StateMark state="todo">{t('purchases.rule.later')}</StateMark> : <StateMark state="draft">{t('purchases.rule.past')}</StateMark>) },
          ];
          return (
            <>
              <section className="work-section">
                <SectionHead title={t('purchases.rule.all')} />
                <DataTable caption={t('purchases.rule.all')} columns={columns} rows={data.rules} rowKey={(rule) => rule.id} empty={<Empty title={t('purchases.rule.empty')}>{t('purchases.rule.empty.text')}</Empty>} />
              </section>
              {data.may.set && <RuleForm key={data.rules[0]?.id ?? 'first'} city={city} today={data.today} bands={data.inForce?.bands ?? []} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
