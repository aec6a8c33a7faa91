/** Papers of one group of the draft: those that were added, and the form that adds one, as a photo or a PDF. */
import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fileAddress, remove } from '#portal/api/client.ts';
import type { Uploads } from '#portal/api/client.ts';
import type { DeclarationEvidence, DeclarationForm } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { readDay } from '#portal/parts/format.ts';
import { UploadProgress } from '#portal/workbook/UploadProgress.tsx';
import { useUpload } from '#portal/workbook/use-upload.ts';
import { paperText } from './paper-text.ts';

type Asked = Uploads['/me/declaration/groups/{group}/evidence']['asked'];

export function Papers({ form }: { readonly form: DeclarationForm }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  if (form.evidenceKinds.length === 0) return null;
  return (
    <section className="panel stack" aria-label={t('declare.papers')}>
      <h2>
        {t('declare.papers')} <span className="soft tabular">({form.evidence.length})</span>
      </h2>
      <p className="soft">{t('declare.papersWhy')}</p>
      {form.evidence.length > 0 && (
        <ul className="plain stack tight">
          {form.evidence.map((one) => (
            <Paper key={one.id} paper={one} group={form.code} />
          ))}
        </ul>
      )}
      {adding ? (
        <AddPaper form={form} onDone={() => setAdding(false)} />
      ) : (
        <div className="actions">
          <Button variant="default" onClick={() => setAdding(true)} data-add-paper>
            {t('declare.addPaper')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Paper({ paper, group }: { readonly paper: DeclarationEvidence; readonly group: string }) {
  const { t, localize } = useWords();
  const queries = useQueryClient();
  const away = useMutation({
    mutationFn: () => remove('/me/declaration/evidence/{id}', { path: { id: paper.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me', 'declaration', group] }),
  });
  return (
    <li className="stack tight">
      <span className="break">{paperText(paper, t, localize)}</span>
      <span className="row">
        <a href={fileAddress('/me/declaration/evidence/{id}', { path: { id: paper.id } })} download>
          {t('declare.openPaper')}
        </a>
        <Button variant="default" loading={away.isPending} onClick={() => away.mutate()} data-remove-paper>
          {t('declare.removePaper')}
        </Button>
      </span>
      {away.error !== null && <Failure error={away.error} />}
    </li>
  );
}

function AddPaper({ form, onDone }: { readonly form: DeclarationForm; readonly onDone: () => void }) {
  const { t, localize } = useWords();
  const queries = useQueryClient();
  const [said, setSaid] = useState({ kind: '', symbol: '', day: '' });
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const upload = useUpload('/me/declaration/groups/{group}/evidence', () => {
    void queries.invalidateQueries({ queryKey: ['me', 'declaration', form.code] });
    onDone();
  });
  const sending = upload.state.kind === 'sending';
  const day = said.day.trim() === '' ? '' : readDay(said.day);
  const send = (): void => {
    setTried(true);
    if (said.kind === '' || file === null || day === null) return;
    upload.start(
      { path: { group: form.code as Asked['path']['group'] }, query: { kind: said.kind, symbol: said.symbol.trim(), issuedOn: day } },
      file,
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send();
  };
  const stated = (key: keyof typeof said) => ({
    value: said[key],
    disabled: sending,
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void => {
      setSaid({ ...said, [key]: event.currentTarget.value });
      upload.forget();
    },
  });
  return (
    <form className="stack" noValidate onSubmit={submit} aria-label={t('declare.addPaper')}>
      <NativeSelect
        label={t('attach.kind')}
        data={[
          { value: '', label: t('declare.choose') },
          ...form.evidenceKinds.map(({ code, label }) => ({ value: code, label: localize(label) })),
        ]}
        error={tried && said.kind === '' ? t('declare.noKind') : null}
        {...stated('kind')}
      />
      <TextInput
        label={t('attach.symbol')}
        description={t('declare.paperSymbol')}
        autoComplete="off"
        maxLength={50}
        {...stated('symbol')}
      />
      <TextInput
        label={t('attach.day')}
        description={t('attach.dayHint')}
        inputMode="numeric"
        autoComplete="off"
        error={tried && day === null ? t('attach.dayWrong') : null}
        {...stated('day')}
      />
      {!sending && (
        <div className="stack tight">
          <DropZone
            onFile={(chosen) => {
              setFile(chosen);
              upload.forget();
            }}
            accept=".pdf,.jpg,.jpeg,.png,image/jpeg,image/png,application/pdf"
            variant="default"
            label={t(file ? 'upload.other' : 'declare.choosePaper')}
            before={file && <b className="strong break">{file.name}</b>}
          >
            <span className="hint">{t('declare.paperLimits')}</span>
          </DropZone>
          {tried && file === null && (
            <p className="note bad" role="alert">
              {t('declare.noPaper')}
            </p>
          )}
        </div>
      )}
      <UploadProgress state={upload.state} onStop={upload.stop} onRetry={send} />
      {!sending && (
        <div className="actions">
          <Button type="submit" data-send-paper>
            {t('declare.sendPaper')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('declare.noAdding')}
          </Button>
        </div>
      )}
    </form>
  );
}
