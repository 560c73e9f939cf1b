import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { TextInput } from '#web/kit/form.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { calendarQuery, parametersQuery } from '../client.ts';
import { wording } from '../../wording.ts';
import { Deadline } from './deadline.tsx';
import { Parameters, Sources } from './parameters.tsx';
import { pageWording } from './wording.ts';
import { Year } from './year.tsx';
import './regulations.css';

loadWording(wording);
loadWording(pageWording);

/** What the law sets, on a day the reader names: periods, proportions, the calendar, each with where it stands. */
export default function RegulationsPage(): JSX.Element {
  const { t } = useText();
  const [on, ask] = useDay();
  const parameters = useQuery(parametersQuery(on));
  const calendar = useQuery(calendarQuery);
  return (
    <div className="wrap regulations">
      <PageTitle title={t('regulations.title')} under={t('regulations.under')} acts={<Button icon="print" onClick={() => print()}>{t('regulations.print')}</Button>} />
      <Loaded query={parameters} lines={12}>
        {({ on: shown, parameters: rows, sources }) => (
          <>
            <dl className="regulations-state">
              <div>
                <dt>{t('regulations.on')}</dt>
                <dd>
                  <label>
                    <span className="only-read">{t('regulations.on.hint')}</span>
                    <TextInput type="date" value={on ?? shown} onChange={(event) => ask(event.target.value)} />
                  </label>
                </dd>
              </div>
              <div>
                <dt>{t('regulations.known')}</dt>
                <dd>{calendar.data?.knownUntil ?? '—'}</dd>
              </div>
              <div>
                <dt>{t('regulations.texts')}</dt>
                <dd>{t('regulations.texts.count', { count: sources.length })}</dd>
              </div>
            </dl>
            <Deadline parameters={rows} today={shown} />
            <Parameters rows={rows} sources={sources} />
            <Sources sources={sources} />
          </>
        )}
      </Loaded>
      <section className="regulations-calendar" aria-labelledby="legal-calendar">
        <SectionHead serif id="legal-calendar" title={t('regulations.calendar')} />
        <Loaded query={calendar} lines={6}>
          {(known) => (
            <>
              <NotYet year={(known.years.at(-1)?.year ?? 0) + 1} because={known.knownUntilBecause} />
              {known.years.toReversed().map((year) => <Year key={year.year} calendar={known} year={year.year} />)}
            </>
          )}
        </Loaded>
      </section>
    </div>
  );
}

function NotYet({ year, because }: { year: number; because: { 'zh-CN': string; en: string } }): JSX.Element {
  const { t, both } = useText();
  return (
    <p className="regulations-not-yet">
      {t('regulations.calendar.none', { year: String(year) })} {both(because)}
    </p>
  );
}

/** The day stands in the address, so that a page can be sent to a colleague. */
function useDay(): [string | undefined, (on: string) => void] {
  const { on } = useSearch({ strict: false }) as { on?: unknown };
  const navigate = useNavigate();
  const day = typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined;
  return [day, (next) => void navigate({ to: '.', search: (next === '' ? {} : { on: next }) as never, replace: true, resetScroll: false })];
}
