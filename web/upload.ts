import { API, newKey, Refused, refusedFrom } from '#web/http.ts';

/** What the server answers of a file it took in. */
export type StoredFile = { readonly uploadId: string; readonly sha256: string; readonly bytes: number; readonly kind: string; readonly name: string };

/**
 * Sends one file as a raw body. XMLHttpRequest, because fetch reports no upload progress.
 * `onProgress` gets 0 to 1. Rejects with `Refused` (the server's answer), `offline` (none), or `AbortError`.
 */
export function uploadFile(file: File, onProgress: (share: number) => void = () => undefined, signal?: AbortSignal): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${API}/documents/files`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve(request.response as StoredFile) : reject(refusedFrom(request.status, request.response)));
    request.onerror = () => reject(new Refused('offline', 0, {}));
    request.onabort = () => reject(new DOMException('upload given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
