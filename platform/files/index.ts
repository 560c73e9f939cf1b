export { type Content, holdsWord } from './content.ts';
export { contentDisposition, downloadHeaders } from './download-headers.ts';
export { type FileKind, mediaType, usualKinds } from './file-kind.ts';
export { fileName, longestFileName } from './file-name.ts';
export { type FileLimits, type FileRefusal, type FileStore, type Sha256, type StoredFile, isSha256 } from './store.ts';
export { folderStore, type FolderStore } from './folder-store.ts';
