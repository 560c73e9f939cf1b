import { useState, type JSX, type ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { Bands } from '#web/kit/bands.tsx';
import { Bullet, type Limit, type Measured } from '#web/kit/bullet.tsx';
import { Button, IconButton, LinkButton } from '#web/kit/button.tsx';
import { Mark } from '#web/kit/mark.tsx';
import { Money } from '#web/kit/money.tsx';
import { say } from '#web/kit/notice.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { Breadcrumb, Facts, Figure, SectionHead } from '#web/kit/structure.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { DemoMark, Stars, Tag } from '#web/kit/tag.tsx';

export const Block = ({ title, children }: { title: string; children: ReactNode }): JSX.Element => (
  <section>
    <SectionHead title={title} />
    <div className="kit-block">{children}</div>
  </section>
);

const STATES: readonly State[] = ['ok', 'run', 'todo', 'draft', 'lock', 'attention', 'refused', 'info'];

export function Marks(): JSX.Element {
  const { t } = useText();
  return (
    <Block title={t('kit-page.states')}>
      <div className="kit-line">
        {STATES.map((state) => (
          <StateMark key={state} state={state}>
            {t(`kit-page.${state}`)}
          </StateMark>
        ))}
      </div>
      <div className="kit-line">
        <Tag>{t('kit-page.tag.class')}</Tag>
        <Tag tone="green">{t('kit-page.tag.source')}</Tag>
        <Tag tone="ochre">{t('kit-page.tag.memory')}</Tag>
        <Tag tone="red">{t('kit-page.tag.paused')}</Tag>
        <Stars count={3} />
        <Stars count={2} />
        <Stars count={1} />
        <Stars count={0} />
        <DemoMark />
      </div>
    </Block>
  );
}

export function Buttons(): JSX.Element {
  const { t } = useText();
  return (
    <Block title={t('kit-page.buttons')}>
      <div className="kit-line">
        <Button tone="primary">{t('kit-page.submit')}</Button>
        <Button icon="download">{t('kit-page.export')}</Button>
        <Button tone="danger">{t('kit-page.reject')}</Button>
        <Button tone="text">{t('kit-page.cancel')}</Button>
        <Button size="small">{t('kit-page.answer')}</Button>
        <Button tone="primary" size="large">
          {t('kit-page.search')}
        </Button>
        <IconButton icon="bell" label={t('kit-page.notices')} count={4} />
      </div>
      <div className="kit-line">
        <Button tone="primary" busy>
          {t('kit-page.sending')}
        </Button>
        <Button reason={t('kit-page.reason')}>{t('kit-page.off')}</Button>
        <LinkButton to="/" icon="print">
          {t('kit-page.print')}
        </LinkButton>
        <Button onClick={() => say(t('kit-page.saved'))}>{t('kit-page.say')}</Button>
      </div>
    </Block>
  );
}

const STAR_LIMITS: readonly Limit[] = [{ at: 10, text: '10 ★★★', level: 3 }, { at: 50, text: '50 ★★', level: 2 }, { at: 80, text: '80 ★', level: 1 }];
const SIXTY: readonly Limit[] = [{ at: 60, text: '60' }];

export function Drawings(): JSX.Element {
  const { t } = useText();
  const rows: readonly { name: string; value: Measured | null; words: string; limits?: readonly Limit[]; outcome: 'pass' | 'near' | 'fail' | 'open'; sense?: 'at-most' | 'at-least' | 'within' }[] = [
    { name: t('kit-page.ok'), value: { form: 'point', at: 32 }, words: '32', limits: STAR_LIMITS, outcome: 'pass' },
    { name: t('kit-page.below'), value: { form: 'below', at: 5 }, words: '< 5', limits: [{ at: 100, text: '100' }], outcome: 'pass' },
    { name: t('kit-page.near'), value: { form: 'point', at: 57 }, words: '57', limits: SIXTY, outcome: 'near' },
    { name: t('kit-page.refused'), value: { form: 'point', at: 92 }, words: '92', limits: SIXTY, outcome: 'fail' },
    { name: t('kit-page.beyond'), value: { form: 'point', at: 400 }, words: '400', limits: SIXTY, outcome: 'fail' },
    { name: t('kit-page.none'), value: null, words: '—', limits: SIXTY, outcome: 'open' },
    { name: t('kit-page.log'), value: { form: 'point', at: 6200 }, words: '6,200', sense: 'at-least', limits: [{ at: 350, text: '350', level: 1 }, { at: 1500, text: '1,500', level: 2 }, { at: 6000, text: '6,000', level: 3 }], outcome: 'pass' },
    { name: t('kit-page.range'), value: { form: 'range', from: 39, to: 45 }, words: '39～45', sense: 'at-least', limits: [{ at: 30, text: '30' }], outcome: 'pass' },
    { name: t('kit-page.each'), value: { form: 'each', at: [0.61, 0.64, 0.66] }, words: '0.64, 0.66, 0.61', sense: 'at-least', limits: [{ at: 0.6, text: '0.6' }], outcome: 'pass' },
    { name: t('kit-page.within'), value: { form: 'point', at: 7.1 }, words: '7.1', sense: 'within', limits: [{ at: 6.5, text: '6.5' }, { at: 8.5, text: '8.5' }], outcome: 'pass' },
    { name: t('kit-page.above'), value: { form: 'above', at: 10 }, words: '≥ 10', sense: 'at-least', limits: [{ at: 8, text: '8' }], outcome: 'pass' },
  ];
  return (
    <Block title={t('kit-page.bullets')}>
      <div className="kit-bullets">
        {rows.map(({ name, value, words, limits = SIXTY, outcome, sense = 'at-most' }) => (
          <div key={name}>
            <span>{name}</span>
            <Bullet sense={sense} limits={limits} value={value} outcome={outcome} label={t('kit-page.bullet.label', { name, value: words, limit: limits.map((limit) => limit.text).join(' ') })} />
          </div>
        ))}
      </div>
      <h3 className="kit-sub">{t('kit-page.bands')}</h3>
      <Bands sense="at-most" label="10 ★★★, 50 ★★, 80 ★" limits={[{ at: 10, text: '10 ★★★', level: 3 }, { at: 50, text: '50 ★★', level: 2, name: '★★' }, { at: 80, text: '80 ★', level: 1, name: '★' }]} />
      <Bands sense="at-most" label="60" limits={[{ at: 60, text: '60' }]} />
      <Bands sense="at-least" label="350, 1,500, 6,000" limits={[{ at: 350, text: '350', level: 1, name: t('kit-page.grade1') }, { at: 1500, text: '1,500', level: 2, name: t('kit-page.grade2') }, { at: 6000, text: '6,000', level: 3, name: t('kit-page.grade3') }]} />
    </Block>
  );
}

export function Structure(): JSX.Element {
  const { t } = useText();
  const [tab, setTab] = useState('1');
  const [page, setPage] = useState(5);
  return (
    <Block title={t('kit-page.structure')}>
      <Breadcrumb crumbs={[{ label: t('kit-page.crumb.1'), to: '/kit' }, { label: t('kit-page.crumb.2'), to: '/kit' }, { label: 'ZY-880' }]} />
      <dl className="kit-line">
        <Figure label={t('kit-page.amount')} value="1.31" unit={t('kit-page.unit')} />
        <Figure label={t('kit-page.price')} value="¥21.40" unit="/ kg" size={36} />
        <Figure label={t('kit-page.carbon')} value={null} unit="tCO₂e" />
      </dl>
      <Facts facts={[{ name: t('kit-page.amount'), value: <Money amount="131000000.00" /> }, { name: t('kit-page.voc'), value: '8' }]} />
      <h3 className="kit-sub">{t('kit-page.tabs')}</h3>
      <Tabs tabs={[{ id: '1', label: t('kit-page.tab.1'), count: 9 }, { id: '2', label: t('kit-page.tab.2'), count: 14 }, { id: '3', label: t('kit-page.tab.3') }]} current={tab} onChange={setTab} label={t('kit-page.tabs')} panel="kit-panel" />
      <p id="kit-panel" role="tabpanel" className="kit-panel">
        {t('kit-page.tab.text', { tab: t(`kit-page.tab.${tab}`) })}
      </p>
      <Pagination page={page} size={20} total={318} onPage={setPage} />
      <h3 className="kit-sub">{t('kit-page.mark-title')}</h3>
      <div className="kit-line">
        <Mark size={72} />
        <Mark size={50} word />
        <span className="kit-dark">
          <Mark size={48} word onDark />
        </span>
        <Mark size={28} />
        <Mark size={20} />
        <Mark size={16} />
      </div>
    </Block>
  );
}
