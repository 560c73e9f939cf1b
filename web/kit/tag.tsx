import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import './tag.css';

/** An outline for a class or a basis (必选类, 公开转载), never for a state. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'green' | 'ochre' | 'red'; children: ReactNode }): JSX.Element {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** Says that the name or figure before it is invented. Once per block, after the first invented name. */
export function DemoMark(): JSX.Element {
  return <span className="demo-mark">{useText().t('kit.demo')}</span>;
}

/** Three stars, as many filled as were proved. */
export function Stars({ count, size = 13 }: { count: 0 | 1 | 2 | 3; size?: number }): JSX.Element {
  return (
    <span className="stars" role="img" aria-label={useText().t('kit.stars', { count })}>
      {[1, 2, 3].map((star) => (
        <svg key={star} width={size} height={size} viewBox="0 0 14 14" className={star <= count ? 'star star-on' : 'star'}>
          <path d="M7 1l1.85 3.9 4.25.55-3.1 2.95.8 4.25L7 10.6 3.2 12.65l.8-4.25L.9 5.45l4.25-.55z" />
        </svg>
      ))}
    </span>
  );
}
