import { useId, useRef, useState, type DragEvent, type JSX, type ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { refusalOf } from '#web/refusal.ts';
import { uploadFile, type StoredFile } from '#web/upload.ts';
import { Icon } from './icon.tsx';
import { StateMark, StateShape } from './state-mark.tsx';
import './file-input.css';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** As in the accept attribute: `.pdf,application/pdf`. The server decides by content. */
  accept?: string;
  /** Megabytes; said before the file is sent, decided by the server. */
  limit?: number;
  value: StoredFile | null;
  onStored: (file: StoredFile | null) => void;
  error?: ReactNode;
};

/** Takes one file, sends it at once and shows how far it is; the form then only carries its fingerprint. */
export function FileInput({ label, hint, accept, limit, value, onStored, error }: Props): JSX.Element {
  const { t, lang } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const giveUp = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string>();
  const wrong = failure ?? error;

  const send = (file: File | undefined): void => {
    if (file === undefined || share !== null) return;
    if (limit !== undefined && file.size > limit * 1_048_576) return setFailure(t('kit.file.too-large', { limit }));
    setFailure(undefined);
    setShare(0);
    giveUp.current = new AbortController();
    uploadFile(file, setShare, giveUp.current.signal)
      .then(onStored)
      .catch((cause: unknown) => {
        if (!(cause instanceof DOMException)) setFailure(refusalOf(cause, 'documents', t, lang).text);
      })
      .finally(() => setShare(null));
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    send(event.dataTransfer.files[0]);
  };

  return (
    <div className={wrong === undefined || wrong === null ? 'field' : 'field field-wrong'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="file" onDragOver={(event) => event.preventDefault()} onDrop={dropped}>
        <input ref={input} id={id} className="only-read" type="file" accept={accept} aria-describedby={`${id}-more`} onChange={(event) => send(event.target.files?.[0])} />
        {value === null ? (
          <span className="file-line">
            <label htmlFor={id} className="button button-plain button-small" aria-hidden="true">
              <Icon name="upload" />
              {t('kit.file.choose')}
            </label>
            <span className="quiet">{t('kit.file.drop')}</span>
          </span>
        ) : (
          <span className="file-line">
            <StateMark state="ok">{value.name}</StateMark>
            <span className="quiet note">{size(value.bytes)}</span>
            <button type="button" className="button button-text button-small" onClick={() => (onStored(null), input.current && (input.current.value = ''))}>
              {t('kit.file.other')}
            </button>
          </span>
        )}
        {share !== null && (
          <span className="file-line">
            <progress max={1} value={share} aria-label={t('kit.file.sending')} />
            <span className="note">{Math.round(share * 100)}%</span>
            <button type="button" className="button button-text button-small" onClick={() => giveUp.current?.abort()}>
              {t('kit.cancel')}
            </button>
          </span>
        )}
      </div>
      <div id={`${id}-more`}>
        {wrong !== undefined && wrong !== null && (
          <p className="field-error">
            <StateShape state="refused" size={12} /> {wrong}
          </p>
        )}
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}

const size = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);
