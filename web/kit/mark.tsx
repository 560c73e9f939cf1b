import type { JSX } from 'react';
import './mark.css';

type Props = { size?: number; word?: boolean; onDark?: boolean };

/** Two hills on a ruler: 山水之青，限值之尺. Never below 16 px. With `word`, the name 青采 as drawn letters beside it. */
export function Mark({ size = 27, word = false, onDark = false }: Props): JSX.Element {
  const tall = Math.round(size * 0.81);
  return (
    <span className={onDark ? 'mark mark-dark' : 'mark'}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" fill="none" strokeLinecap="round" strokeLinejoin="round">
        <path className="mark-far" d="M2 22.5 9.2 9.6c.7-1.2 1.9-1.2 2.6 0l3 5.3" strokeWidth="2.2" />
        <path className="mark-near" d="M8.6 22.5 17.4 6c.7-1.2 2.1-1.2 2.8 0L30 22.5z" />
        <path className="mark-ruler" d="M2 26.4h28M6.5 26.4v3M13.5 26.4v3M20.5 26.4v3M27.5 26.4v3" strokeWidth="1.6" />
      </svg>
      {word && (
        <svg height={tall} width={Math.round((tall * 66) / 32)} viewBox="0 0 66 32" role="img" aria-label="青采">
          <g className="mark-word">
            <path d={QING} />
            <path d={CAI} />
          </g>
        </svg>
      )}
    </span>
  );
}

const QING =
  'M11 20.1H21.3V23.1H11ZM11 19.2V16.2H21.3V19.2ZM7.3 15.3V31H7.9C9.5 31 11 30.2 11 29.8V24.1H21.3V26.7C21.3 27.1 21.2 27.3 20.7 27.3C19.8 27.3 16.3 27.1 16.3 27.1V27.5C18 27.8 18.8 28.2 19.3 28.7C19.8 29.2 20 30 20.1 31C24.5 30.7 25.1 29.3 25.1 27V16.9C25.8 16.7 26.2 16.5 26.4 16.2L22.7 13.4L21 15.3H11.3L7.3 13.7ZM4.6 7.9 4.8 8.8H14V11.8H1.3L1.5 12.7H30C30.5 12.7 30.8 12.6 30.9 12.2C29.5 11 27.3 9.3 27.3 9.3L25.3 11.8H17.8V8.8H27.4C27.8 8.8 28.1 8.6 28.2 8.3C26.9 7.1 24.8 5.5 24.8 5.5L22.9 7.9H17.8V5H28.5C29 5 29.3 4.8 29.4 4.5C28 3.3 25.8 1.6 25.8 1.6L23.9 4.1H17.8V2.3C18.7 2.2 18.9 1.8 18.9 1.4L14 1V4.1H3.2L3.5 5H14V7.9Z';
const CAI =
  'M58.4 1C53.3 2.8 43.5 4.9 35.7 5.9L35.8 6.3C44 6.4 53.7 5.6 59.9 4.5C61 4.9 61.7 4.9 62 4.6ZM38.2 7.2 37.9 7.4C38.9 9 40.1 11.3 40.3 13.4C43.6 16.1 47.1 9.4 38.2 7.2ZM46.2 6.5 45.9 6.6C46.7 8.1 47.6 10.1 47.7 12C50.8 14.8 54.6 8.6 46.2 6.5ZM57.6 6C56.4 9 54.7 12.2 53.3 14.1L53.7 14.4C56.2 13.1 58.8 11.1 61 8.8C61.8 8.9 62.2 8.7 62.4 8.4ZM47.5 13.1V16.6H34.8L35.1 17.5H45.1C43 21.9 39.2 26.3 34.5 29.2L34.7 29.5C40.1 27.6 44.4 24.6 47.5 20.9V31H48.2C49.6 31 51.3 30.3 51.3 30V17.5H51.5C53.4 23.1 56.7 27 61.5 29.4C61.9 27.6 63.1 26.4 64.5 26L64.5 25.7C59.8 24.5 54.8 21.5 52.2 17.5H63.4C63.9 17.5 64.2 17.4 64.3 17C62.8 15.7 60.3 13.8 60.3 13.8L58.1 16.6H51.3V14.4C52 14.2 52.3 14 52.3 13.5Z';
