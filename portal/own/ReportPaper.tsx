/** The paper of a report: opened again where it is there, added as a photo or a PDF while the report is open. */
import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fileAddress } from '#portal/api/client.ts';
import type { OwnReport } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { UploadProgress } from '#portal/workbook/UploadProgress.tsx';
import { useUpload } from '#portal/workbook/use-upload.ts';

export function ReportPaper({ one }: { readonly one: OwnReport }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  if (one.attached !== null)
    return (
      <p>
        <a href={fileAddress('/me/value-reports/{id}/paper', { path: { id: one.id } })} download>
          {t('own.reportAttachOpen', { count: one.attached.pages })}
        </a>
      </p>
    );
  if (one.outcome !== null) return null;
  return (
    <div data-report-paper>
      {adding ? (
        <AddPaper id={one.id} onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" size="compact-md" onClick={() => setAdding(true)} data-add-report-paper>
          {t('own.reportAttach')}
        </Button>
      )}
    </div>
  );
}

function AddPaper({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const upload = useUpload('/me/value-reports/{id}/paper', () => {
    void queries.invalidateQueries({ queryKey: ['me', 'value-reports'] });
    onDone();
  });
  const sending = upload.state.kind === 'sending';
  const send = (): void => {
    setTried(true);
    if (file !== null) upload.start({ path: { id } }, file);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className="stack tight" noValidate onSubmit={submit} aria-label={t('own.reportAttach')}>
      {!sending && (
        <DropZone
          onFile={(chosen) => {
            setFile(chosen);
            upload.forget();
          }}
          accept=".pdf,.jpg,.jpeg,.png,image/jpeg,image/png,application/pdf"
          variant="default"
          label={t(file ? 'upload.other' : 'own.reportAttachChoose')}
          before={file && <b className="strong break">{file.name}</b>}
        >
          <span className="hint">{t('own.reportAttachLimits')}</span>
        </DropZone>
      )}
      {tried && file === null && (
        <p className="note bad" role="alert">
          {t('own.reportAttachNone')}
        </p>
      )}
      <UploadProgress state={upload.state} onStop={upload.stop} onRetry={send} />
      {!sending && (
        <div className="actions">
          <Button type="submit">{t('own.reportAttachSend')}</Button>
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
