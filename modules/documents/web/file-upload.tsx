import type { JSX, ReactNode } from 'react';
import type { Upload } from '#modules/documents/contract/upload.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { FileInput } from '#web/kit/file-input.tsx';
import { UPLOAD_KINDS, UPLOAD_LIMIT_BYTES, type UploadKind } from '../domain/evidence-kinds.ts';
import { documentsWording } from './wording.ts';

loadWording(documentsWording);

export type { Upload };

const ACCEPT: Readonly<Record<UploadKind, string>> = { pdf: '.pdf,application/pdf', png: '.png,image/png', jpeg: '.jpg,.jpeg,image/jpeg', xlsx: '.xlsx' };
const SPOKEN: Readonly<Record<UploadKind, string>> = { pdf: 'PDF', png: 'PNG', jpeg: 'JPG', xlsx: 'XLSX' };
const LIMIT = UPLOAD_LIMIT_BYTES / 1024 / 1024;

type Props = {
  readonly label: ReactNode;
  /** What may be handed in here; all kinds that the platform takes where absent. The server decides by content. */
  readonly kinds?: readonly UploadKind[];
  readonly value: Upload | null;
  readonly onUploaded: (upload: Upload | null) => void;
  readonly error?: ReactNode;
};

/**
 * Takes one file, sends it at once, shows how far it is, says why it was refused; the form then carries `uploadId` alone.
 * Sending the same file twice answers the same upload, so trying again is harmless.
 */
export function FileUpload({ label, kinds = UPLOAD_KINDS, value, onUploaded, error }: Props): JSX.Element {
  const { t } = useText();
  return (
    <FileInput
      label={label}
      hint={t('documents.upload.hint', { kinds: kinds.map((kind) => SPOKEN[kind]).join(' / '), limit: LIMIT })}
      accept={kinds.map((kind) => ACCEPT[kind]).join(',')}
      limit={LIMIT}
      value={value}
      // What arrives is the server's own answer, `Upload`, under the kit's name for it.
      onStored={(stored) => onUploaded(stored as Upload | null)}
      error={error}
    />
  );
}

