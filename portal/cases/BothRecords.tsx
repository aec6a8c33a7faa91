/** Two records of one human beside each other; where they differ, the one who decides chooses. */
import { NativeSelect } from '#portal/parts/fields.tsx';
import type { Bilingual, TwoRecords } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { differingRows } from './merge-choice.ts';
import type { Choice, Row } from './merge-choice.ts';

interface Props {
  readonly records: TwoRecords;
  readonly chosen: Readonly<Record<string, Choice>>;
  readonly onChoose: (path: string, choice: Choice) => void;
}

export function BothRecords({ records, chosen, onChoose }: Props) {
  const { t } = useWords();
  const title = useGroupTitle();
  const differing = differingRows(records);
  const groups = [...new Set(differing.map((row) => row.group))];
  const same = records.rows.filter((row) => row.same).length;
  return (
    <section className="panel stack tight" data-both-records>
      <h2>{t('cases.both.title')}</h2>
      <p>{t('cases.both.lead')}</p>
      <p className="soft">{t('cases.both.same', { count: same })}</p>
      {differing.length === 0 && <p>{t('cases.both.nothing')}</p>}
      {groups.map((group) => (
        <TableScroll key={group} label={title(group)}>
          <table>
            <caption>{title(group)}</caption>
            <thead>
              <tr>
                <th scope="col" style={{ width: '16%' }}>
                  {t('cases.both.field')}
                </th>
                <th scope="col">{t('cases.both.stays')}</th>
                <th scope="col">{t('cases.both.goes')}</th>
                <th scope="col" style={{ width: '26%' }}>
                  {t('cases.both.choice')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differing
                .filter((row) => row.group === group)
                .map((row) => (
                  <OneRow key={row.path} row={row} choice={chosen[row.path] ?? row.suggested} onChoose={onChoose} />
                ))}
            </tbody>
          </table>
        </TableScroll>
      ))}
    </section>
  );
}

function OneRow({ row, choice, onChoose }: { readonly row: Row; readonly choice: Choice; readonly onChoose: Props['onChoose'] }) {
  const { t, localize } = useWords();
  const label = localize(row.label);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Texts of={row.stays} />
      </td>
      <td>
        <Texts of={row.goes} />
      </td>
      <td>
        {row.choices.length === 1 ? (
          <span className="soft">{t('cases.both.held')}</span>
        ) : (
          <NativeSelect
            aria-label={`${t('cases.both.choice')}: ${label}`}
            value={choice}
            onChange={({ currentTarget: { value } }) => onChoose(row.path, row.choices.find((one) => one === value) ?? row.suggested)}
            data={row.choices.map((one) => ({
              value: one,
              label: one === row.suggested ? t('cases.both.suggested', { choice: t(`cases.both.how.${one}`) }) : t(`cases.both.how.${one}`),
            }))}
          />
        )}
      </td>
    </tr>
  );
}

function Texts({ of }: { readonly of: readonly Bilingual[] }) {
  const { t, localize } = useWords();
  if (of.length === 0) return <span className="soft">{t('cases.both.none')}</span>;
  if (of.length === 1) return <>{localize(of[0])}</>;
  return (
    <ul className="plain">
      {of.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of two records have no name of their own, and their order does not move
        <li key={index}>{localize(one)}</li>
      ))}
    </ul>
  );
}
