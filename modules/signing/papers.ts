import { isId } from '#kernel/ids.ts';
import { ROLES } from '#kernel/policy.ts';
import { COMMON_REFUSALS } from '#kernel/wire.ts';
import { downloadHeaders } from '#platform/files/index.ts';
import type { ByteCall, ByteRoute, Wired } from '#platform/module.ts';
import { paperAskedOf } from './store/signatures.ts';

/** A paper among the files, or that there is none. Higher modules send the papers that their own rules show. */
export async function sendPaper(wired: Wired, paper: { readonly sha256: string; readonly code: string } | undefined): Promise<Response> {
  if (paper === undefined) {
    const status = COMMON_REFUSALS['not-found'];
    return new Response(JSON.stringify({ defined: true, code: 'not-found', status, message: 'not-found', data: { text: wired.words.both('refusal.not-found') } }), { status, headers: { 'Content-Type': 'application/json' } });
  }
  const bytes = await wired.files.read(paper.sha256, 20_000_000);
  if (bytes === undefined) throw new Error(`the stored paper ${paper.sha256} is gone`);
  return new Response(new Blob([new Uint8Array(bytes)]), { headers: downloadHeaders({ sha256: paper.sha256, bytes: bytes.byteLength, kind: 'pdf', name: `${paper.code}.pdf` }) });
}

/** The PDF that was laid before the calling person, whose browser hashes it before signing. */
async function askedPaper({ city, request, params, wired }: ByteCall): Promise<Response> {
  const id = params['request'] ?? '';
  const caller = { actor: request.actor, cityId: city!.id, requestId: request.requestId };
  return sendPaper(wired, isId(id) ? await wired.read(caller, ({ tx }) => paperAskedOf(tx, city!.id, id, request.actor!.personId)) : undefined);
}

export const byteRoutes: readonly ByteRoute[] = [
  { name: 'askedPaper', method: 'GET', path: '/:city/signing/papers/:request', rule: { who: ROLES, reach: 'own' }, tag: 'signing', summary: '待签文书的 PDF · The PDF that is to be signed', handle: askedPaper },
];
