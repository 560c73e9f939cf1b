import { ok, must } from '#kernel/result.ts';
import { read } from '#platform/database/call.ts';
import { downloadHeaders, type FileKind } from '#platform/files/index.ts';
import type { ByteCall, ByteRoute } from '#platform/module.ts';
import { isId } from '#kernel/ids.ts';
import { Upload } from './contract/upload.ts';
import { UPLOAD_LIMIT_BYTES, type UploadKind } from './domain/evidence-kinds.ts';
import { noteUpload, uploadLimits } from './index.ts';
import { BUYERS, evidenceFiles, OVERSEERS, ownFiles } from './policy.ts';
import { refuseLocked } from './locked.ts';
import { uploadPace } from './pace.ts';
import { INTAKE_REFUSALS, refused } from './refused.ts';
import { fileOfEvidence, type Seen } from './store/lists.ts';
import { uploadOf } from './store/uploads.ts';

/** The name travels percent-encoded in `X-File-Name`: a header holds no Chinese. Undefined where it is absent or not so encoded. */
function sentName(raw: Request): string | undefined {
  const header = raw.headers.get('X-File-Name');
  if (header === null || header.trim() === '') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

function declaredLength(raw: Request): number | undefined {
  const header = raw.headers.get('Content-Length');
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

const nothing = new Blob([]);

/** Streams a file into the store, then notes it. What is refused or breaks off leaves neither file nor row; sending it again is harmless. */
async function receive({ request, raw, wired }: ByteCall): Promise<Response> {
  const name = sentName(raw);
  if (name === undefined) return refused(wired.words, 'file-name-missing', 'X-File-Name');
  const stored = await wired.files.put(raw.body ?? nothing.stream(), {
    ...uploadLimits({ name, declaredType: raw.headers.get('Content-Type') ?? undefined, declaredBytes: declaredLength(raw) }),
    judge: refuseLocked(() => wired.confined('documents.drawing')),
  });
  if (!stored.ok) return refused(wired.words, stored.refusal.code, 'file', { ...stored.refusal.facts, limit: UPLOAD_LIMIT_BYTES / 1024 / 1024 });
  const organisationId = request.actor!.organisationId!;
  const caller = { actor: request.actor, cityId: null, requestId: request.requestId };
  const kept = must(await wired.write(caller, async (call) => ok(await noteUpload(call, { ...stored.value, kind: stored.value.kind as UploadKind }, { name, organisationId }))));
  return Response.json(kept satisfies Upload);
}

type Kept = { readonly sha256: string; readonly bytes: number; readonly kind: FileKind; readonly name: string };

async function sent(wired: ByteCall['wired'], file: Kept | undefined): Promise<Response> {
  if (file === undefined) return refused(wired.words, 'not-found');
  const content = await wired.files.open(file.sha256);
  if (content === undefined) throw new Error(`the stored file ${file.sha256} is gone`);
  return new Response(content as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: downloadHeaders(file) });
}

const callerOf = ({ request, city }: ByteCall) => ({ actor: request.actor, cityId: city?.id ?? null, requestId: request.requestId });

async function sendOwn(call: ByteCall): Promise<Response> {
  const id = call.params['upload'] ?? '';
  const file = isId(id) ? await read(call.wired.database, callerOf(call), ({ tx }) => uploadOf(tx, call.request.actor!.organisationId!, id)) : undefined;
  return sent(call.wired, file);
}

/** Whoever stands before it, the evidence is looked for only where they may see it. */
export async function evidenceFileFor(call: ByteCall): Promise<Kept | undefined> {
  const id = call.params['evidence'] ?? '';
  const actor = call.request.actor!;
  if (!isId(id) || call.city === null) return undefined;
  const inCity: Seen = { by: 'city', cityId: call.city.id };
  return read(call.wired.database, callerOf(call), async ({ tx }) => {
    if (actor.roles.some((role) => OVERSEERS.includes(role))) return fileOfEvidence(tx, inCity, id);
    if (actor.roles.some((role) => BUYERS.includes(role))) return fileOfEvidence(tx, inCity, id, 'listing');
    return fileOfEvidence(tx, { by: 'holder', organisationId: actor.organisationId! }, id);
  });
}

export const byteRoutes: readonly ByteRoute[] = [
  { name: 'receiveFile', method: 'PUT', path: '/documents/files', rule: ownFiles, tag: 'documents', summary: '上传文件 · Hand in a file (name percent-encoded in X-File-Name)', gives: 'json', schema: Upload, refusals: INTAKE_REFUSALS, limits: uploadPace, handle: receive },
  { name: 'ownFile', method: 'GET', path: '/documents/files/:upload', rule: ownFiles, tag: 'documents', summary: '下载本单位上传的文件 · A file of one’s own organisation', handle: sendOwn },
  { name: 'evidenceFile', method: 'GET', path: '/:city/documents/evidence/:evidence/file', rule: evidenceFiles, tag: 'documents', summary: '下载证明材料原件 · The file of a piece of evidence', handle: async (call) => sent(call.wired, await evidenceFileFor(call)) },
];
