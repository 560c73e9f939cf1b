import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { notifications, TELLING, type Telling } from '../client.ts';

type Choice = Telling['choices'][number];
type Class = Choice['class'];

const CLASSES: readonly Class[] = ['legal', 'task', 'deadline', 'progress'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Of what a person is told, how, in which language, and when the digest comes. Nothing to choose where the platform has no way out. */
export function Ways({ telling }: { telling: Telling }): JSX.Element | null {
  const { t } = useText();
  const refusal = useRefusal('notifications');
  const [typed, setTyped] = useState({ choices: telling.choices, language: telling.language, digestHour: telling.digestHour });
  const save = useSubmit(
    (given: typeof typed, key) =>
      notifications.chooseWays({ language: given.language, digestHour: given.digestHour, choices: given.choices.map(({ channel, class: of, way }) => ({ channel, class: of, way })) }, { context: { key } }),
    TELLING,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(typed, { onSuccess: () => say(t('notifications.ways.saved')) });
  };
  const changed = JSON.stringify(typed) !== JSON.stringify({ choices: telling.choices, language: telling.language, digestHour: telling.digestHour });
  const choose = (choice: Choice, way: string): void => setTyped({ ...typed, choices: typed.choices.map((one) => (one.channel === choice.channel && one.class === choice.class ? { ...one, way: way as Choice['way'] } : one)) });
  const columns: readonly Column<Class>[] = [
    { id: 'class', head: t('notifications.ways.class'), onPhone: 'head', cell: (of) => <><b>{t(`notifications.class.${of}`)}</b><small className="telling-class">{t(`notifications.class.${of}.text`)}</small></> },
    ...telling.channels.filter((one) => one.configured).map(({ channel }): Column<Class> => ({
      id: channel, head: t(`notifications.channel.${channel}`), width: 190,
      cell: (of) => {
        const choice = typed.choices.find((one) => one.channel === channel && one.class === of)!;
        if (choice.ways.length === 1) return <StateMark state="lock">{t('notifications.ways.locked')}</StateMark>;
        return (
          <Select aria-label={t('notifications.ways.of', { class: t(`notifications.class.${of}`), channel: t(`notifications.channel.${channel}`) })} value={choice.way} onChange={(event) => choose(choice, event.target.value)}>
            {choice.ways.map((way) => <option key={way} value={way}>{t(`notifications.way.${way}`)}</option>)}
          </Select>
        );
      },
    })),
  ];
  const shown = refusal(save.error);
  if (!telling.channels.some((one) => one.configured)) return null;
  return (
    <section className="work-section" aria-labelledby="ways">
      <SectionHead id="ways" title={t('notifications.ways')} note={t('notifications.ways.note')} />
      <form onSubmit={submit}>
        {shown !== undefined && <Refusal title={t('notifications.ways.not-saved')}>{shown.text}</Refusal>}
        <DataTable caption={t('notifications.ways')} columns={columns} rows={CLASSES} rowKey={(of) => of} />
        <div className="telling-row">
          <FormField label={t('notifications.ways.hour')} hint={t('notifications.ways.hour.hint')}>
            <Select value={typed.digestHour} onChange={(event) => setTyped({ ...typed, digestHour: Number(event.target.value) })}>
              {HOURS.map((hour) => <option key={hour} value={hour}>{`${String(hour).padStart(2, '0')}:00`}</option>)}
            </Select>
          </FormField>
          <FormField label={t('notifications.ways.language')} hint={t('notifications.ways.language.hint')}>
            <Select value={typed.language} onChange={(event) => setTyped({ ...typed, language: event.target.value as 'zh-CN' | 'en' })}>
              <option value="zh-CN">中文</option>
              <option value="en">English</option>
            </Select>
          </FormField>
        </div>
        <p className="telling-acts">
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!changed}>{t('notifications.ways.save')}</Button>
        </p>
      </form>
    </section>
  );
}
