/** Where the API lies on this site's own origin. */
export const API = '/api';

/** What a refusal carries over the wire (kernel/wire.ts, RefusalData), with the number of a fault. */
export type RefusedData = {
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly text?: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly fields?: readonly { readonly field: string; readonly text: Readonly<Record<'zh-CN' | 'en', string>> }[];
  readonly fault?: string;
};

/** A refusal or fault answered to a request that oRPC did not send (an upload); same parts as oRPC's error. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: RefusedData;
  constructor(code: string, status: number, data: RefusedData) {
    super(code);
    this.code = code;
    this.status = status;
    this.data = data;
  }
}

/** A proxy's own error page has none of the parts. */
export function refusedFrom(status: number, body: unknown): Refused {
  const error = typeof body === 'object' && body !== null ? (body as { code?: unknown; data?: unknown }) : {};
  const data = typeof error.data === 'object' && error.data !== null ? (error.data as RefusedData) : {};
  return new Refused(typeof error.code === 'string' ? error.code : 'unreadable', status, data);
}

/** A fresh key for one intent of a person. `randomUUID` is missing on plain http addresses that are not localhost. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
