import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { minute } from '#web/kit/written.ts';
import type { Course } from '../client.ts';

const MARKS: Readonly<Record<Course['state'], State>> = { waiting: 'todo', 'handing-over': 'run', 'handed-over': 'ok', refused: 'refused', unknown: 'attention', 'given-up': 'refused', withheld: 'lock' };

/** What became of a message, in words: that a server took it is not yet that somebody has it. */
export function CourseState({ of }: { of: Course }): JSX.Element {
  const { t } = useText();
  return (
    <>
      <StateMark state={MARKS[of.state]}>{t(`notifications.state.${of.state}`)}</StateMark>
      {of.reason !== null && <small>{t(`notifications.reason.${of.reason}`)}</small>}
      {of.nextAt !== null && of.attempts > 0 && <small>{t('notifications.record.next', { at: minute(of.nextAt), attempts: of.attempts })}</small>}
      {of.answer !== null && of.state !== 'handed-over' && <small>{t('notifications.record.answer', { answer: of.answer })}</small>}
    </>
  );
}
