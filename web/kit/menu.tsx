import { useEffect, useId, useRef, useState, type JSX, type ReactNode } from 'react';
import './menu.css';

/** `label` where the button's own words do not say what it opens. A button that opens a small panel under itself: links, a list, a switch. Escape, a click elsewhere or leaving by Tab closes it. */
export function Menu({ button, label, children, side = 'right', width }: { button: ReactNode; label?: string; children: (close: () => void) => ReactNode; side?: 'left' | 'right'; width?: 'wide' }): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return (
    <div className="menu" ref={root}>
      <button ref={opener} type="button" className="menu-button" aria-label={label} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {button}
      </button>
      {open && (
        <div id={id} className={`menu-panel menu-${side}${width === 'wide' ? ' menu-wide' : ''}`}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}
