/** Is a file the one that a receipt is about? It is hashed in this browser and sent nowhere. */
import { useState } from 'react';
import { useWords } from '#portal/language/use-words.ts';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { hashOf } from './own-check.ts';

type Found = { readonly name: string; readonly hash: string } | { readonly name: string; readonly hash: null };

export function CheckFile({ sha256 }: { readonly sha256: string }) {
  const { t } = useWords();
  const [found, setFound] = useState<Found | null>(null);
  const look = async (file: File | null): Promise<void> => {
    if (!file) return;
    setFound(null);
    try {
      setFound({ name: file.name, hash: await hashOf(new Uint8Array(await file.arrayBuffer()), globalThis.crypto.subtle) });
    } catch {
      setFound({ name: file.name, hash: null }); // it went away, or may not be read: told below
    }
  };
  return (
    <section className="panel stack tight no-print">
      <h2>{t('receipt.checkFile')}</h2>
      <p className="soft">{t('receipt.checkFileLead')}</p>
      <DropZone variant="default" label={t('upload.choose')} onFile={(file) => void look(file)} />
      <div role="status">
        {found && (
          <div className={found.hash === sha256 ? 'note good' : 'note bad'}>
            <p className="strong">
              {t(found.hash === null ? 'receipt.fileUnread' : found.hash === sha256 ? 'receipt.fileSame' : 'receipt.fileOther', {
                name: found.name,
              })}
            </p>
            {found.hash !== null && (
              <p>
                <code className="break">{found.hash}</code>
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
