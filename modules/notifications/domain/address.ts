import type { Channel } from './channels.ts';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** A mail address as it is kept: one mailbox, ASCII, its domain in lower case (RFC 5321: 64 characters before the @, 254 in all). Undefined where it is none. */
export function mailAddressOf(text: string): string | undefined {
  const [local, domain, ...rest] = text.trim().split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return undefined;
  const host = domain.toLowerCase();
  return local.length <= 64 && LOCAL.test(local) && DOMAIN.test(host) && local.length + 1 + host.length <= 254 ? `${local}@${host}` : undefined;
}

/** A telephone as it is kept (E.164): a Chinese mobile with or without +86, or any number with its country. Undefined where it is none. */
export function phoneOf(text: string): string | undefined {
  const figures = text.replaceAll(/[ -]/g, '');
  const chinese = /^(?:(?:\+|00)86)?(1[3-9]\d{9})$/.exec(figures);
  if (chinese !== null) return `+86${chinese[1]!}`;
  return /^\+(?!86)[1-9]\d{7,14}$/.test(figures) ? figures : undefined;
}

export const addressOn = (channel: Channel, text: string): string | undefined => (channel === 'mail' ? mailAddressOf(text) : phoneOf(text));

/** An address as it may be shown: enough to know one's own, too little to write to it. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at === -1) return `${address.slice(0, Math.max(0, address.length - 8))}****${address.slice(-4)}`;
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  return `${address.charAt(0)}***@${domain.charAt(0)}***${domain.slice(dot)}`;
}
