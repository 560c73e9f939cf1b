import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, IconButton, LinkButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { originalAddress, pagesQuery, pictureAddress, type Evidence } from './client.ts';
import { documentsWording } from './wording.ts';
import './file-view.css';

loadWording(documentsWording);

/** The file of a piece of evidence as pictures of its pages. The file itself is only ever downloaded, never opened in the page. */
export function FileView({ city, evidence }: { city: string; evidence: Pick<Evidence, 'id' | 'file'> }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('documents');
  const [page, setPage] = useState(1);
  const counted = useQuery(pagesQuery(city, evidence.id));
  const pages = counted.data?.pages ?? 1;
  const download = (
    <LinkButton size="small" icon="download" href={originalAddress(city, evidence.id)} download={evidence.file.name}>
      {t('documents.download')}
    </LinkButton>
  );
  return (
    <section className="file-view" aria-label={t('documents.view')}>
      <div className="file-view-head">
        <span className="file-view-name" title={evidence.file.name}>
          {evidence.file.name}
        </span>
        {pages > 1 && (
          <span className="file-view-turn">
            <IconButton icon="left" size={14} label={t('documents.view.before')} disabled={page === 1} onClick={() => setPage(page - 1)} />
            <span aria-live="polite">{t('documents.view.page', { page, pages })}</span>
            <IconButton icon="right" size={14} label={t('documents.view.after')} disabled={page === pages} onClick={() => setPage(page + 1)} />
          </span>
        )}
        {download}
      </div>
      <div className="file-view-ground">
        {counted.isError ? (
          <Refusal kind="attention" title={t('documents.view.undrawn')}>
            {refusal(counted.error)?.text}
          </Refusal>
        ) : counted.data === undefined ? (
          <Blank />
        ) : (
          <Picture key={page} address={pictureAddress(city, evidence.id, page)} alt={t('documents.view.picture', { name: evidence.file.name, page })} />
        )}
      </div>
    </section>
  );
}

/** A sheet that is on its way. */
const Blank = (): JSX.Element => (
  <div className="file-view-blank">
    <Reading lines={8} />
  </div>
);

function Picture({ address, alt }: { address: string; alt: string }): JSX.Element {
  const { t } = useText();
  const [failed, setFailed] = useState(false);
  const [drawn, setDrawn] = useState(false);
  if (failed) {
    return (
      <Refusal kind="attention" title={t('documents.view.failed')} acts={<Button size="small" onClick={() => setFailed(false)}>{t('kit.retry')}</Button>} />
    );
  }
  return (
    <>
      {!drawn && <Blank />}
      <img className={drawn ? 'file-view-page' : 'file-view-page file-view-waiting'} src={address} alt={alt} onLoad={() => setDrawn(true)} onError={() => setFailed(true)} />
    </>
  );
}
