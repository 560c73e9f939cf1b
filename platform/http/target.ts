/** Longest address that is read: path and query, in characters as they travel. A search of a hundred Chinese characters has nine hundred. */
export const LONGEST_TARGET = 4096;

export type TargetFault = 'target-too-long' | 'target-unclear';

/**
 * Judges the address of a request as it came over the wire, before anything decodes it. Refused is what two readers could take
 * for two addresses: another form than a path, dot segments, empty segments, slashes or dots that were encoded, backslashes,
 * control characters, percent signs that encode nothing, text that is not UTF-8 (RFC 3986, 6.2.2; RFC 9112, 3.2).
 */
export function judgeTarget(target: string): TargetFault | undefined {
  if (target.length > LONGEST_TARGET) return 'target-too-long';
  const [path, ...rest] = target.split('?');
  const query = rest.join('?');
  if (path === undefined || !path.startsWith('/') || target.includes('#') || /[^\x21-\x7e]/.test(target)) return 'target-unclear';
  if (/\\|%(?:2f|5c|2e|25)/i.test(path) || path.includes('//') || path.split('/').some((step) => step === '.' || step === '..')) return 'target-unclear';
  return isText(path) && isText(query) ? undefined : 'target-unclear';
}

/** Whether what is percent-encoded is UTF-8 without control characters; a line end may stand in nothing that is searched for. */
function isText(encoded: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(encoded));
  } catch {
    return false;
  }
}

/** Whether the request was meant for us: a name that only leads here (a rebound address, a proxy's own) must not get our pages or act on our cookies. */
export function isOurs(host: string | null | undefined, publicOrigin: string): boolean {
  const { host: ours, protocol } = new URL(publicOrigin);
  const given = host?.toLowerCase() ?? '';
  return given === ours || given === `${ours}:${protocol === 'https:' ? 443 : 80}`;
}
