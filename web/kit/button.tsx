import { Link } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, JSX, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

/** One `primary` on a page. `danger` refuses or withdraws; `text` is the quiet one beside. */
export type ButtonTone = 'plain' | 'primary' | 'danger' | 'text';
type Shape = { tone?: ButtonTone; size?: 'small' | 'normal' | 'large'; icon?: IconName; wide?: boolean };

type Props = Shape &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
    children: ReactNode;
    /** While it is sent: shows the turning ring and takes no second click. */
    busy?: boolean;
    /** Why it cannot be pressed now; it stands beside the button, and readers of the screen hear it. */
    reason?: ReactNode;
  };

export function Button({ tone = 'plain', size = 'normal', icon, wide = false, busy = false, reason, disabled = false, children, type = 'button', ...rest }: Props): JSX.Element {
  const off = disabled || reason !== undefined;
  const button = (
    <button {...rest} type={type} className={look({ tone, size, wide })} disabled={off} aria-busy={busy || undefined} onClick={busy ? (event) => event.preventDefault() : rest.onClick}>
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
  if (reason === undefined) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span className="button-reason">{reason}</span>
    </span>
  );
}

/** Goes somewhere and looks like a button. `to` inside the site, `href` for a file or another site. */
export function LinkButton({ tone = 'plain', size = 'normal', icon, wide = false, children, ...where }: Shape & { children: ReactNode } & ({ to: string } | { href: string; download?: string })): JSX.Element {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  const className = look({ tone, size, wide });
  return 'to' in where ? (
    <Link to={where.to} className={className}>
      {inside}
    </Link>
  ) : (
    <a {...where} className={className}>
      {inside}
    </a>
  );
}

/** A picture alone, so its label must say what it does. `count` is drawn on it and read with the label. */
export function IconButton({ icon, label, count = 0, size = 18, ...rest }: { icon: IconName; label: string; count?: number; size?: number } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>): JSX.Element {
  const shown = count > 99 ? '99+' : String(count);
  const words = count > 0 ? `${label} ${shown}` : label;
  return (
    <button type="button" {...rest} className="icon-button" aria-label={words} title={words}>
      <Icon name={icon} size={size} />
      {count > 0 && <span className="icon-count">{shown}</span>}
    </button>
  );
}

const look = ({ tone, size, wide }: { tone: ButtonTone; size: string; wide: boolean }): string => `button button-${tone} button-${size}${wide ? ' button-wide' : ''}`;
