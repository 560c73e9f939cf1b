import { useEffect, useRef, useState, type JSX } from 'react';
import type { Box, ComparisonView } from '#modules/laboratories/contract/comparison.ts';
import { useText } from '#web/i18n.ts';
import { Button, IconButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import type { Mark } from './marks.ts';

type Props = {
  comparison: ComparisonView;
  address: (page: number) => string;
  marks: readonly Mark[];
  /** Codes whose outcome needs a person or is a breach; their boxes say so. */
  tone: (code: string) => 'plain' | 'attention' | 'refused';
  current: string;
  onCurrent: (code: string) => void;
  page: number;
  onPage: (page: number) => void;
};

const ZOOMS = [100, 125, 150, 200, 300];

/** A page of the report as a picture with numbered boxes over the cells that were read; the current cell is kept in sight. */
export function Sheet({ comparison, address, marks, tone, current, onCurrent, page, onPage }: Props): JSX.Element {
  const { t } = useText();
  const [zoom, setZoom] = useState(100);
  const ground = useRef<HTMLDivElement>(null);
  const size = comparison.pages.find((one) => one.number === page) ?? { number: page, width: 595, height: 842 };
  const here = marks.filter((mark) => mark.page === page);
  const shown = here.find((mark) => mark.codes.includes(current));
  useInSight(ground, shown, zoom);
  const step = (by: 1 | -1): void => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(zoom) + by))] ?? 100);
  return (
    <section className="sheet" aria-label={t('laboratories.reader.page')}>
      <div className="sheet-tools">
        <IconButton icon="left" size={14} label={t('laboratories.reader.before')} disabled={page <= 1} onClick={() => onPage(page - 1)} />
        <span aria-live="polite">{t('laboratories.reader.page-of', { page, pages: comparison.pages.length })}</span>
        <IconButton icon="right" size={14} label={t('laboratories.reader.after')} disabled={page >= comparison.pages.length} onClick={() => onPage(page + 1)} />
        <span className="sheet-zoom">
          <button type="button" aria-label={t('laboratories.reader.smaller')} disabled={zoom === ZOOMS[0]} onClick={() => step(-1)}>−</button>
          <span aria-live="polite">{zoom}%</span>
          <button type="button" aria-label={t('laboratories.reader.larger')} disabled={zoom === ZOOMS.at(-1)} onClick={() => step(1)}>+</button>
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture that scrolls must be reached by the keyboard */}
      <div className="sheet-ground" ref={ground} tabIndex={0} role="group" aria-label={t('laboratories.reader.picture-of', { page })}>
        <div className="sheet-page" style={{ width: `${zoom}%`, aspectRatio: `${size.width} / ${size.height}` }}>
          <Picture key={address(page)} address={address(page)} alt={t('laboratories.reader.picture', { page })} />
          <svg className="sheet-marks" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            {comparison.unmatched.filter((row) => row.page === page).map((row, index) => (
              <rect key={index} className="cell cell-unmatched" {...padded(row.box)} />
            ))}
            {here.map((mark) => {
              const on = mark.codes.includes(current);
              const worst = mark.codes.map(tone).find((one) => one !== 'plain') ?? 'plain';
              return (
                <g key={mark.number} className={`mark-box mark-${worst}${on ? ' mark-on' : ''}`} onClick={() => onCurrent(on ? (mark.codes[(mark.codes.indexOf(current) + 1) % mark.codes.length] ?? current) : (mark.codes[0] ?? current))}>
                  <rect className="cell" {...padded(mark.box)} />
                  <rect className="tab" x={mark.box.x - 2} y={mark.box.y - 12} width={mark.number > 9 ? 15 : 11} height={10} />
                  <text x={mark.box.x - 2 + (mark.number > 9 ? 7.5 : 5.5)} y={mark.box.y - 4.2} textAnchor="middle">
                    {mark.number}
                  </text>
                </g>
              );
            })}
          </svg>
        </div>
      </div>
    </section>
  );
}

const padded = (box: Box) => ({ x: box.x + 1, y: box.y + 1, width: Math.max(2, box.width - 2), height: Math.max(2, box.height - 2) });

/** Scrolls the ground, never the window, so that the current cell stands in its middle. */
function useInSight(ground: React.RefObject<HTMLDivElement | null>, mark: Mark | undefined, zoom: number): void {
  const box = mark?.box;
  useEffect(() => {
    const room = ground.current;
    const page = room?.querySelector('svg');
    if (room == null || page == null || box === undefined) return;
    const scale = page.clientWidth / page.viewBox.baseVal.width;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    room.scrollTo({ top: (box.y + box.height / 2) * scale - room.clientHeight / 2, left: (box.x + box.width / 2) * scale - room.clientWidth / 2, behavior: still ? 'auto' : 'smooth' });
  }, [ground, box, zoom]);
}

function Picture({ address, alt }: { address: string; alt: string }): JSX.Element {
  const { t } = useText();
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  if (state === 'failed') {
    return (
      <Refusal kind="attention" title={t('laboratories.reader.undrawn')} acts={<Button size="small" onClick={() => setState('waiting')}>{t('kit.retry')}</Button>}>
        {t('laboratories.reader.undrawn.text')}
      </Refusal>
    );
  }
  return (
    <>
      {state === 'waiting' && <div className="sheet-waiting"><Reading lines={10} /></div>}
      <img className="sheet-picture" src={address} alt={alt} onLoad={() => setState('drawn')} onError={() => setState('failed')} />
    </>
  );
}

/** The cell alone, cut from the page's picture, large enough to read a decimal point. */
export function Cutting({ address, size, box, alt }: { address: string; size: { width: number; height: number }; box: Box; alt: string }): JSX.Element {
  const [x, y, width, height] = [Math.max(0, box.x - 6), Math.max(0, box.y - 4), box.width + 12, box.height + 8];
  return (
    <svg className="cutting" viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={alt} style={{ aspectRatio: `${width} / ${height}` }}>
      <image href={address} width={size.width} height={size.height} />
    </svg>
  );
}
