/** The appendix, from whoever has it: a CSV file and where it was taken from. */
import { useState } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { COVERAGE_STALE } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

/** As the server has it. */
const SOURCE_CHARS_MIN = 5;

export function BringAppendix() {
  const { t } = useWords();
  const { number } = useFormat();
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState(false);
  const bring = useAct('/decree-appendix', (body: { readonly table: string; readonly source: string }) => ({ body }), COVERAGE_STALE);
  const take = async (file: File | null): Promise<void> => {
    const isWrong = source.trim().length < SOURCE_CHARS_MIN;
    setWrong(isWrong);
    if (!file || isWrong) return;
    await bring.go({ table: await file.text(), source }).catch(() => undefined); // the failure is shown
  };
  return (
    <section className="panel stack" aria-labelledby="bring-appendix">
      <h2 id="bring-appendix">{t('decree.bring')}</h2>
      <p className="soft">{t('decree.bringWhat')}</p>
      <div className="form">
        <TextInput
          label={t('decree.from')}
          description={t('decree.fromHint')}
          name="appendix-source"
          required
          value={source}
          error={wrong ? t('decree.fromWrong') : undefined}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <DropZone variant="filled" accept=".csv" label={t('decree.choose')} onFile={(file) => void take(file)} />
      </div>
      {bring.error !== null && <Failure error={bring.error} />}
      {bring.answer && (
        <div className="note good" role="status">
          {t('decree.done', { count: number(bring.answer.names) })}
        </div>
      )}
    </section>
  );
}
