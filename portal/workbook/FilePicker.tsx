/** A button and a frame to drop a file into; says at once what is wrong with the choice. */
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { useWords } from '#portal/language/use-words.ts';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { ENDINGS, FILE_BYTES_MAX, judgeFile, type FileKind } from './judge-file.ts';

interface Props {
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
  readonly missing: boolean;
  /** what alone may be chosen; null: either */
  readonly kind: FileKind | null;
}

export function FilePicker({ file, onChoose, missing, kind }: Props) {
  const { t } = useWords();
  const { size } = useFormat();
  const judged = file ? judgeFile(file, kind) : 'good';
  const wrong = judged === 'good' ? (missing && !file ? ('noFile' as const) : null) : judged;
  const max = size(FILE_BYTES_MAX);
  return (
    <div className="stack tight">
      <DropZone
        onFile={onChoose}
        accept={(kind === null ? Object.values(ENDINGS).flat() : ENDINGS[kind]).join()}
        variant={file && judged === 'good' ? 'default' : 'filled'}
        label={t(file ? 'upload.other' : 'upload.choose')}
        before={
          <>
            <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden />
            {file ? (
              <p>
                <span className="soft">{t('upload.chosen')}:</span> <b className="strong break">{file.name}</b>{' '}
                <span className="soft nowrap">({size(file.size)})</span>
              </p>
            ) : null}
          </>
        }
      >
        {kind !== 'portraits' && <span className="hint">{t('upload.limits', { size: max })}</span>}
        {kind !== 'workbook' && <span className="hint">{t('upload.pictures', { size: max })}</span>}
      </DropZone>
      {wrong && (
        <div className="note bad" role="alert">
          <h2>{t(`upload.${wrong}`, { size: max })}</h2>
          <p>{t(`upload.${wrong}Next`, { size: max })}</p>
        </div>
      )}
    </div>
  );
}
