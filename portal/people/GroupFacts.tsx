/** One group of a record: its single facts with form item, origin and history; then its repeating parts as tables. */
import { useState } from 'react';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import type { Origin, RecordField, RecordComponent, RecordGroup, RecordSection, SourceBody } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { Unsure } from '#portal/parts/Unsure.tsx';
import type { AsOf } from './as-of.ts';
import { ComparedLine } from './ComparedLine.tsx';
import { fileAddress } from '#portal/api/client.ts';
import { ComponentNote } from './ComponentNote.tsx';
import { DocumentLinks } from './DocumentLinks.tsx';
import { FieldHistory } from './FieldHistory.tsx';
import { PortraitOnRequest } from './PortraitOnRequest.tsx';
import type { PersonOnPage } from './PortraitOnRequest.tsx';
import { ShowButton } from './ShowButton.tsx';
import { useUnmask } from './use-unmask.ts';

/** The dictionary's key of the portrait. */
const PORTRAIT = 'anh4x6';
/** The section of attached documents. */
const DOCUMENTS = 'taiLieu';

interface Props {
  readonly person: PersonOnPage;
  readonly group: RecordGroup;
  /** absent: nothing is told of it */
  readonly component?: RecordComponent | undefined;
  readonly onSeeThen: (asOf: AsOf) => void;
}

export function GroupFacts({ person, group, component, onSeeThen }: Props) {
  const { personId } = person;
  const { t, localize } = useWords();
  const [history, setHistory] = useState<RecordField | null>(null);
  const title = localize(group.title);
  const mayHistory = mayDo(person, 'record.history');
  const common = commonOrigin(group.fields);
  const shown = { person, mayUnmask: mayDo(person, 'record.unmask'), onHistory: mayHistory ? setHistory : null, common };
  // What holds for all of them is told once, in the head; the column is there for those that differ.
  const apart = group.fields.some(
    (field) => field.compared || field.derived || isElsewhere(field.sourceBody) || !isSameOrigin(field.origin, common),
  );
  return (
    <section className="stack" aria-label={title}>
      <div className="panel flush">
        <div className="panel-head row between">
          <h2>{title}</h2>
          <GroupOrigin group={group} common={common} />
        </div>
        {component && <ComponentNote component={component} />}
        {group.fields.length === 0 && group.sections.length === 0 && (
          <Empty title={t('record.emptyGroup')} next={t('record.emptyGroupNext')} />
        )}
        {group.fields.length > 0 && (
          <TableScroll label={title}>
            <table className="cards-on-phone">
              <thead>
                <tr>
                  <th scope="col" style={{ width: '30%' }}>
                    {t('record.field')}
                  </th>
                  <th scope="col" style={{ width: '35%' }}>
                    {t('record.value')}
                  </th>
                  {apart && <th scope="col">{t('record.source')}</th>}
                  {mayHistory && (
                    <th scope="col" className="no-print">
                      {t('record.history')}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {group.fields.map((field) => (
                  <FieldRow key={field.key} field={field} apart={apart} {...shown} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </div>
      {group.sections.map((section) => (
        <SectionTable key={section.key} section={section} />
      ))}
      {mayDo(person, 'record.unmask') &&
        group.sections
          .filter(({ key }) => key === DOCUMENTS)
          .map((section) => (
            <DocumentLinks
              key={section.key}
              section={section}
              addressOf={(line) =>
                fileAddress('/people/{id}/documents/{line}', {
                  path: { id: personId, line },
                  query: { validOn: person.validOn, knownAt: person.knownAt },
                })
              }
            />
          ))}
      {history && (
        <FieldHistory
          personId={personId}
          field={history}
          onClose={() => setHistory(null)}
          onSeeThen={(asOf) => {
            setHistory(null);
            onSeeThen(asOf);
          }}
        />
      )}
    </section>
  );
}

function useSourceName(): (code: string | null) => string {
  const { texts } = useWords();
  const names = texts('source') as Readonly<Record<string, string>>;
  return (code) => (code === null ? '–' : (names[code] ?? code));
}

/** Where the group comes from, since when, and who confirmed it: what holds for most of its fields. */
function GroupOrigin({ group, common }: { readonly group: RecordGroup; readonly common: Origin | null }) {
  const { t } = useWords();
  const source = useSourceName();
  if (group.version === null) return null;
  return (
    <span className="row small soft">
      <span>{source(common?.source ?? group.source)}</span>
      {common && (
        <span>
          <Confirmation origin={common} />
        </span>
      )}
      {group.validFrom && <span className="tabular">{t('record.since', { day: dayText(group.validFrom) })}</span>}
      <span className="tabular">{t('record.version', { version: group.version })}</span>
    </span>
  );
}

interface FieldProps {
  readonly person: Props['person'];
  readonly mayUnmask: boolean;
  readonly onHistory: ((field: RecordField) => void) | null;
  /** what the head tells */
  readonly common: Origin | null;
  /** some field of the group differs from it */
  readonly apart: boolean;
}

/** Who confirmed and when; or plainly that nobody did. */
function Confirmation({ origin }: { readonly origin: Origin }) {
  const { t } = useWords();
  if (!origin.attestationId) return <Mark tone="wait">{t(origin.initial ? 'record.initial' : 'record.notConfirmed')}</Mark>;
  return (
    <>
      <Mark tone="good">{origin.confirmedAt ? instantText(origin.confirmedAt) : t('record.attested')}</Mark>
      {origin.confirmedBy && (
        <>
          {' '}
          <span className="soft">{origin.confirmedBy}</span>
        </>
      )}
    </>
  );
}

function FieldRow({ field, person, mayUnmask, onHistory, common, apart }: FieldProps & { readonly field: RecordField }) {
  const { t, localize } = useWords();
  const source = useSourceName();
  const unmask = useUnmask(person.personId);
  const isPortrait = field.key === PORTRAIT;
  const label = localize(field.label);
  const item = itemOf(field);
  const text = unmask.text ?? localize(field.display);
  return (
    <tr>
      <th scope="row">
        {label}
        {item && <span className="soft tabular small nowrap"> · {t('record.item', { item })}</span>}
      </th>
      <td>
        {isPortrait && mayUnmask ? (
          <PortraitOnRequest person={person} label={label} />
        ) : text === '' ? (
          <span className="soft">{t('common.notStated')}</span>
        ) : (
          <span className="break">{text}</span>
        )}
        <Unsure source={field.unsure} />
        {field.masked &&
          unmask.text === null &&
          !(isPortrait && mayUnmask) &&
          (mayUnmask ? (
            <>
              {' '}
              <ShowButton label={label} unmask={unmask} field={field.key} />
            </>
          ) : (
            <span className="small soft"> ({t('record.hidden')})</span>
          ))}
      </td>
      {apart && (
        <td className="small">
          {field.derived && t('record.derived')}
          {!field.derived && !isSameOrigin(field.origin, common) && (
            <>
              {source(field.origin.source)} <Confirmation origin={field.origin} />
            </>
          )}
          <Original sourceBody={field.sourceBody} />
          {field.compared && (
            <div>
              <ComparedLine compared={field.compared} />
            </div>
          )}
        </td>
      )}
      {/* Sensitive fields have no history page: they are asked for one by one. */}
      {onHistory && (
        <td className="no-print">
          {!field.masked && !field.derived && (
            <button type="button" className="quiet" aria-label={t('record.historyOf', { field: label })} onClick={() => onHistory(field)}>
              <IconHistory size={18} aria-hidden />
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

const isElsewhere = ({ kind }: SourceBody): boolean => kind === 'reference';

/** Whose the original is, where it is not kept here. */
function Original({ sourceBody }: { readonly sourceBody: SourceBody }) {
  const { t, localize } = useWords();
  return isElsewhere(sourceBody) && <div className="soft">{t('record.original', { name: localize(sourceBody.name) })}</div>;
}

const isSameOrigin = (a: Origin, b: Origin | null): boolean => a.source === b?.source && a.attestationId === b.attestationId;

/** The origin of most fields; null where none was stated. */
function commonOrigin(fields: readonly RecordField[]): Origin | null {
  const stated = fields.filter(({ derived }) => !derived).map(({ origin }) => origin);
  const times = (one: Origin): number => stated.filter((other) => isSameOrigin(one, other)).length;
  return stated.reduce<Origin | null>((most, one) => (most === null || times(one) > times(most) ? one : most), null);
}

/** The item of the form, where the form has one of its own for the field: `24`, not the form alone. */
const itemOf = ({ formItem }: RecordField): string | undefined => /^2C\.(.+)$/.exec(formItem[0] ?? '')?.[1];

function SectionTable({ section }: { readonly section: RecordSection }) {
  const { t, localize } = useWords();
  const source = useSourceName();
  const title = localize(section.title);
  // A column in which no line says anything only pushes the others off the screen.
  const columns = section.columns.filter((column) => section.lines.some((line) => localize(line.cells[column.key]) !== ''));
  const originals = [
    ...new Set(columns.filter((column) => isElsewhere(column.sourceBody)).map((column) => localize(column.sourceBody.name))),
  ];
  // A line that came by itself has an origin of its own: then each says whose it is, and the heading no longer speaks for all.
  const apart = section.lines.some(({ origin }) => !isSameOrigin(origin, section.origin));
  return (
    <div className="panel flush">
      <div className="panel-head row between">
        <h3>{title}</h3>
        <span className="row small soft">
          <span>{t('record.lines', { count: section.lines.length })}</span>
          {originals.length > 0 && <span>{t('record.original', { name: originals.join(', ') })}</span>}
          {apart ? (
            <span>{t('record.linesApart')}</span>
          ) : (
            <>
              <span>{source(section.origin.source)}</span>
              <Confirmation origin={section.origin} />
            </>
          )}
        </span>
      </div>
      {section.lines.length === 0 ? (
        <Empty title={t('common.none')} next={t('record.emptyGroupNext')} />
      ) : (
        <TableScroll label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('record.line')}</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {localize(column.label)}
                    {column.derived && <span className="small soft"> ({t('record.derived')})</span>}
                  </th>
                ))}
                {apart && <th scope="col">{t('record.source')}</th>}
              </tr>
            </thead>
            <tbody>
              {section.lines.map((line) => (
                <tr key={line.dong}>
                  <td className="soft tabular small">{line.dong}</td>
                  {columns.map((column) => (
                    <td key={column.key} className="tabular">
                      {localize(line.cells[column.key]) || '–'}
                      <Unsure source={line.unsure[column.key]} />
                    </td>
                  ))}
                  {apart && (
                    <td className="small" style={{ minWidth: '11rem' }}>
                      {source(line.origin.source)}
                      <br />
                      <Confirmation origin={line.origin} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
