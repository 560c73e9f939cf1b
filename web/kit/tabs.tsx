import { Link } from '@tanstack/react-router';
import { useId, useRef, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export type Tab = { readonly id: string; readonly label: ReactNode; readonly count?: number };

/** Tabs that change what is shown below, with the arrow keys of the pattern; give the panel `id={panel}` and `role="tabpanel"`. */
export function Tabs({ tabs, current, onChange, label, panel }: { tabs: readonly Tab[]; current: string; onChange: (id: string) => void; label: string; panel: string }): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.id);
    list.current?.querySelectorAll('button')[tabs.indexOf(next)]?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKey}>
      {tabs.map((tab) => (
        <button key={tab.id} id={`${id}-${tab.id}`} type="button" role="tab" className="tab" aria-selected={tab.id === current} aria-controls={panel} tabIndex={tab.id === current ? 0 : -1} onClick={() => onChange(tab.id)}>
          {tab.label}
          {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** Tabs that are addresses of their own. */
export function LinkTabs({ tabs, label }: { tabs: readonly { readonly to: string; readonly label: ReactNode; readonly exact?: boolean }[]; label: string }): JSX.Element {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className="tab" activeOptions={{ exact: tab.exact ?? false, includeSearch: false }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
