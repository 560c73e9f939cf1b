import { useQueries, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Deadline } from '#web/kit/deadline.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { legalDay } from '#web/kit/written.ts';
import { useServerNow } from '#web/server-clock.ts';
import { hasFills, Slot } from '#web/slots.tsx';
import type { Todo } from '#web/todo.ts';
import { todoSources } from '../found.ts';
import { useTitle } from '../title.ts';
import { useActing } from './layout.tsx';

/** The first page after login: what must be done, by which date, by which rule; beside it what the modules report. */
export default function TodoPage(): JSX.Element {
  const { t, lang } = useText();
  const membership = useActing();
  const { city } = useParams({ strict: false }) as { city: string };
  const { todos, incomplete } = useTodos(city);
  const now = useServerNow(60_000);
  useTitle(t('shell.work.todo'));
  const today = (todos ?? []).filter((todo) => todo.until !== null && legalDay(todo.until) <= legalDay(now)).length;
  const columns: readonly Column<Todo>[] = [
    { id: 'until', head: t('shell.work.todo.until'), width: 150, cell: (todo) => (todo.until === null ? <StateMark state="todo">{t('shell.work.todo.no-date')}</StateMark> : <Deadline until={todo.until} {...(todo.workingDays === undefined ? {} : { workingDays: todo.workingDays })} />) },
    { id: 'what', head: t('shell.work.todo.what'), onPhone: 'head', cell: (todo) => <><b>{todo.what}</b><small>{todo.context}</small></> },
    { id: 'rule', head: t('shell.work.todo.rule'), width: 260, cell: (todo) => <span className="second">{todo.rule ?? '—'}</span> },
    { id: 'act', head: <span className="only-read">{t('shell.work.todo.act')}</span>, figures: true, onPhone: 'bare', cell: (todo) => <LinkButton size="small" to={todo.act.to} tone={todo === todos?.[0] ? 'primary' : 'plain'}>{todo.act.label}</LinkButton> },
  ];
  const day = new Intl.DateTimeFormat(lang, { timeZone: 'Asia/Shanghai', weekday: 'long' }).format(now);
  return (
    <>
      <PageTitle size="work" title={todos === undefined || todos.length === 0 ? t('shell.work.title.none') : t('shell.work.title', { today, all: todos.length })} under={t('shell.work.under', { day: `${legalDay(now)} ${day}` })} />
      <div className="work-columns">
        <div>
          <section className="work-section" aria-labelledby="todo">
            <SectionHead id="todo" title={t('shell.work.todo')} note={t('shell.work.todo.note')} />
            {incomplete && <p className="attention note">{t('shell.work.todo.failed')}</p>}
            <DataTable caption={t('shell.work.todo')} columns={columns} rows={todos} rowKey={(todo) => todo.id} empty={<Empty title={t('shell.work.todo.empty')}>{t('shell.work.todo.empty.text')}</Empty>} />
          </section>
          <Slot name="work.main" city={city} membership={membership} />
        </div>
        {hasFills('work.side', membership) && (
          <aside>
            <Slot name="work.side" city={city} membership={membership} />
          </aside>
        )}
      </div>
    </>
  );
}

/** What all modules want of this post, the nearest deadline first, things without a date last; undefined until the first list is complete. */
function useTodos(city: string): { todos: readonly Todo[] | undefined; incomplete: boolean } {
  const { lang } = useText();
  const membership = useActing();
  const mine = todoSources.filter((source) => source.for === undefined || source.for(membership));
  const loaded = useQuery({ queryKey: ['todo-sources', membership.id], queryFn: () => Promise.all(mine.map((source) => source.load())), staleTime: Infinity });
  const answers = useQueries({ queries: (loaded.data ?? []).map((source) => source.default({ city, membership, lang })) });
  const waiting = loaded.isPending || answers.some((answer) => answer.isPending);
  const all = answers.flatMap((answer) => answer.data ?? []);
  return {
    todos: waiting && all.length === 0 ? undefined : [...all].sort(byDeadline),
    incomplete: loaded.isError || answers.some((answer) => answer.isError),
  };
}

const byDeadline = (a: Todo, b: Todo): number => (a.until ?? '9').localeCompare(b.until ?? '9') || a.what.localeCompare(b.what);

