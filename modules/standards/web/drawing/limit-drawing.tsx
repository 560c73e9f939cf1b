import type { JSX } from 'react';
import { hasWording, useText } from '#web/i18n.ts';
import { axisFor, type Sense } from '#web/kit/axis.ts';
import { Bands } from '#web/kit/bands.tsx';
import type { IndicatorView } from '../../contract/reading.ts';
import { nameIn, range, SIGN, unitIn } from '../written.ts';
import { drawingOf, type Drawing, type Line, type Named } from './drawing.ts';
import './limit-drawing.css';

type Props = { indicator: Pick<IndicatorView, 'nameZh' | 'nameEn' | 'unit' | 'scale' | 'limits' | 'comparator' | 'param'> };

/** Words for classes and parameter values, as they are declared: `board` is 岩棉板, `C30` stays C30. */
export function useNamed(param: string | null): Named {
  const { t } = useText();
  const worded = (id: string, label: string): string => (hasWording(id) ? t(id) : range(label));
  return { grade: (label) => worded(`standards.grade.${label}`, label), parameter: (label) => worded(`standards.parameter-value.${param ?? ''}.${label}`, label) };
}

/** The limits of one indicator, drawn without any product. */
export function LimitDrawing({ indicator }: Props): JSX.Element {
  const { t, lang } = useText();
  const drawing = drawingOf(lang, indicator, useNamed(indicator.param));
  const said = t('standards.drawing', { name: nameIn(lang, indicator), limits: wordsOf(drawing, SIGN[indicator.comparator] ?? ''), unit: unitIn(lang, indicator.unit) });
  if (drawing.form === 'bands') return <Bands sense={drawing.sense} limits={drawing.bands} log={drawing.log} label={said} />;
  if (drawing.form === 'lines') return <Lines sense={drawing.sense} lines={drawing.lines} log={drawing.log} label={said} />;
  return (
    <ul className="limit-words">
      {drawing.lines.map((line, index) => (
        <li key={index}>
          {line.label !== '' && <span className="quiet">{line.label}</span>}
          <WordedLimit text={line.text} />
        </li>
      ))}
    </ul>
  );
}

/** `✓` means that a paper exists and is valid; a wording stands as the standard has it, in its own language. */
export function WordedLimit({ text }: { text: string }): JSX.Element {
  const { t } = useText();
  if (text === '✓') return <>{t('standards.present')}</>;
  return <span {...(/\p{Script=Han}/u.test(text) ? { lang: 'zh-CN' } : {})}>{text}</span>;
}

const wordsOf = (drawing: Drawing, sign: string): string =>
  drawing.form === 'bands' ? drawing.bands.map((band) => `${sign} ${band.text}`.trim()).join('; ') : drawing.lines.map((line) => `${line.label} ${drawing.form === 'lines' ? sign.replace('±', '') : ''} ${line.text}`.trim()).join('; ');

/** One line per parameter value or declared class, all on one axis, so that they can be compared. */
function Lines({ sense, lines, log, label }: { sense: Sense; lines: readonly Line[]; log: boolean; label: string }): JSX.Element {
  const axis = axisFor(sense, lines.flatMap((line) => line.ends), log);
  return (
    <div className="limit-lines" role="img" aria-label={label}>
      {lines.map((line) => {
        const places = line.ends.map(axis.at);
        const [from, to] = sense === 'at-most' ? [0, places[0] ?? 0] : sense === 'at-least' ? [places[0] ?? 0, 100] : [Math.min(...places), Math.max(...places)];
        return (
          <div key={line.label} className="limit-line">
            <span className="limit-line-label">{line.label}</span>
            <svg width="100%" height="12">
              <rect className="limit-line-ground" x="0" y="2" width="100%" height="8" />
              <rect className="limit-line-zone" x={`${from}%`} y="2" width={`${to - from}%`} height="8" />
              {places.map((place) => (
                <line key={place} className="limit-tick" x1={`${place}%`} x2={`${place}%`} y1="0" y2="12" />
              ))}
            </svg>
            <span className="limit-line-figure">{line.text}</span>
          </div>
        );
      })}
    </div>
  );
}
