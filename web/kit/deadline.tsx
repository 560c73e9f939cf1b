import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { useServerNow } from '#web/server-clock.ts';
import { leftUntil, presses } from './remaining.ts';
import { DeadlineLines, type Remaining } from './timeline.tsx';
import { minute } from './written.ts';

/**
 * A legal deadline: what is left first, the instant second, the rule third, counted on the server's clock. Where the law counts
 * working days, the server says how many are left (`workingDays`); the browser has no legal calendar.
 */
export function Deadline({ until, rule, workingDays, met = false }: { until: string; rule?: ReactNode; workingDays?: number; met?: boolean }): JSX.Element {
  const { t } = useText();
  const now = useServerNow(20_000);
  const end = Date.parse(until);
  const left = leftUntil(end, now);
  const words = ((): Remaining => {
    if (met) return { state: 'done', text: t('kit.deadline.met') };
    if (left.word === 'over') return { state: 'refused', text: t('kit.deadline.over') };
    const state = presses(end, now) ? 'attention' : 'todo';
    if (workingDays !== undefined && left.word === 'days') return { state, text: t('kit.deadline.working-days', { days: workingDays }) };
    return { state, text: t(`kit.deadline.${left.word}`, 'minutes' in left ? { minutes: left.minutes } : 'hours' in left ? { hours: left.hours } : 'days' in left ? { days: left.days } : { hour: left.hour }) };
  })();
  return <DeadlineLines remaining={words} instant={<time dateTime={until}>{minute(end)}</time>} rule={rule} />;
}
