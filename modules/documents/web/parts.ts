/** What this module's pages lend to those of higher modules. Whoever uses them need not load the wording: the parts do. */
export { FileUpload, type Upload } from './file-upload.tsx';
export { EvidenceState, Expiry, KindName, useKindName } from './marks.tsx';
export { FileView } from './file-view.tsx';
export { documentsWording } from './wording.ts';
