/** Opens the documents of a record: a link for each line that names a file. A part of the record page and of the own pages. */
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import type { RecordSection } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

const FILE = 'taiLieu.tep';
/** What a document is called: its kind, its number, its day. */
const NAMED_BY = ['taiLieu.loai', 'taiLieu.soKyHieu', 'taiLieu.ngayBanHanh'] as const;

interface Props {
  readonly section: Pick<RecordSection, 'lines'>;
  readonly addressOf: (line: string) => string;
}

export function DocumentLinks({ section, addressOf }: Props) {
  const { t, localize } = useWords();
  const lines = section.lines.filter(({ cells }) => cells[FILE] !== undefined);
  if (lines.length === 0) return null;
  return (
    <div className="panel">
      <ul className="plain stack tight" aria-label={t('record.documents')}>
        {lines.map(({ dong, cells }) => (
          <li key={dong}>
            <a href={addressOf(dong)} download data-document={dong}>
              <IconDownload className="icon" size={16} aria-hidden />{' '}
              {t('record.openDocument', {
                document: NAMED_BY.map((key) => localize(cells[key]))
                  .filter(Boolean)
                  .join(', '),
              })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
