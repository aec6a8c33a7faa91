/** What one field was, newest first, on both times. */
import { useHistory } from '#portal/api/queries.ts';
import type { HistoryEntry, RecordField } from '#portal/api/generated/api.ts';
import { Value } from '#portal/kinds/Value.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import type { AsOf } from './as-of.ts';

interface Props {
  readonly personId: string;
  readonly field: RecordField;
  readonly onClose: () => void;
  readonly onSeeThen: (asOf: AsOf) => void;
}

export function FieldHistory({ personId, field, onClose, onSeeThen }: Props) {
  const { t, localize } = useWords();
  const query = useHistory(personId, field.key);
  const title = t('record.historyOf', { field: localize(field.label) });
  return (
    <Dialog title={title} onClose={onClose}>
      <Answered query={query} lines={3}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t('record.historyEmpty')} next={t('record.historyEmptyNext')} />
          ) : (
            <TableScroll label={title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('record.value')}</th>
                    <th scope="col">{t('record.validFrom')}</th>
                    <th scope="col" className="num">
                      {t('record.knownFrom')}
                    </th>
                    <th scope="col">{t('record.source')}</th>
                    <th scope="col">{t('record.confirmed')}</th>
                    <th scope="col">
                      <span className="hidden-text">{t('record.seeThen')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <Moment key={`${entry.knownFrom} ${entry.validFrom}`} entry={entry} field={field.key} onSeeThen={onSeeThen} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Answered>
    </Dialog>
  );
}

function Moment({
  entry,
  field,
  onSeeThen,
}: {
  readonly entry: HistoryEntry;
  readonly field: string;
  readonly onSeeThen: (asOf: AsOf) => void;
}) {
  const { t, localize, texts } = useWords();
  const { number } = useFormat();
  const sources = texts('source') as Readonly<Record<string, string>>;
  return (
    <tr>
      <td>
        {localize(entry.display) ||
          (Array.isArray(entry.value) ? (
            t('record.several', { count: entry.value.length })
          ) : entry.value === null || entry.value === '' ? (
            <span className="soft">{t('common.notStated')}</span>
          ) : (
            <Value field={field} value={entry.value} />
          ))}
      </td>
      <td className="tabular nowrap">{dayText(entry.validFrom)}</td>
      <td className="num">{number(entry.knownFrom)}</td>
      <td>{entry.source ? (sources[entry.source] ?? entry.source) : '–'}</td>
      <td className="small">
        {entry.confirmedAt
          ? `${instantText(entry.confirmedAt)}${entry.confirmedBy ? ` · ${entry.confirmedBy}` : ''}`
          : t('record.notConfirmed')}
      </td>
      <td>
        <button type="button" className="link" onClick={() => onSeeThen({ validOn: entry.validFrom, knownAt: entry.knownFrom })}>
          {t('record.seeThen')}
        </button>
      </td>
    </tr>
  );
}
