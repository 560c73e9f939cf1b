import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a request counts for, where nobody is signed in: the address of the socket, or the last one named by the header of the proxy
 * that the operator trusts (`forwarded`, null where none is configured). An IPv6 network of 64 bits counts as one.
 */
export function addressOf(socket: string | undefined, forwarded: string | null): string {
  const named = forwarded?.split(',').at(-1)?.trim();
  return written(named) ?? written(socket) ?? 'unknown';
}

function written(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return undefined;
  const [head, tail] = plain.toLowerCase().split('::') as [string, string | undefined];
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== '')) as [string[], string[]];
  const groups = tail === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
