/** A corrected file, sent against the same submission. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { FilePicker } from '#portal/workbook/FilePicker.tsx';
import { judgeFile, type FileKind } from '#portal/workbook/judge-file.ts';
import { UploadProgress } from '#portal/workbook/UploadProgress.tsx';
import { useUpload } from '#portal/workbook/use-upload.ts';

export function CorrectedFile({ id, kind }: { readonly id: string; readonly kind: FileKind }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const upload = useUpload('/submissions/{id}/correction', () => {
    setOpen(false);
    setFile(null);
    upload.forget();
    void queries.invalidateQueries({ queryKey: ['submission', id] });
    void queries.invalidateQueries({ queryKey: ['submissions'] });
  });
  const send = (): void => {
    setTried(true);
    if (file && judgeFile(file, kind) === 'good') upload.start({ path: { id } }, file);
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('submission.correct')}
      </Button>
      {open && (
        <Dialog title={t('submission.correct')} onClose={() => setOpen(false)}>
          <div className="stack">
            <p className="soft">{t(kind === 'portraits' ? 'portrait.correctLead' : 'submission.correctLead')}</p>
            {upload.state.kind === 'sending' ? null : (
              <FilePicker
                file={file}
                kind={kind}
                missing={tried}
                onChoose={(chosen) => {
                  setFile(chosen);
                  setTried(false);
                  upload.forget();
                }}
              />
            )}
            <UploadProgress state={upload.state} onStop={upload.stop} onRetry={send} />
            {upload.state.kind !== 'sending' && (
              <div className="actions">
                <Button onClick={send} variant={file ? 'filled' : 'default'}>
                  {t('upload.send')}
                </Button>
              </div>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
