/** The people of a file beside the register, each with its differences. */
import { useState } from 'react';
import { useComparison } from '#portal/api/queries.ts';
import type { ComparedPerson, Comparison, ComparisonPage } from '#portal/api/generated/api.ts';
import { Value } from '#portal/kinds/Value.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { Portrait } from '#portal/parts/Portrait.tsx';
import type { Tone } from '#portal/parts/tones.ts';
import { useFormat } from '#portal/parts/use-format.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { portraitAddress } from './PortraitGrid.tsx';

/** The dictionary's key of the portrait. */
const PORTRAIT = 'anh4x6';
const TONE = { new: 'good', changed: 'note', unchanged: 'off' } as const satisfies Record<ComparedPerson['kind'], Tone>;

export function ComparedPeople({ id, comparison }: { readonly id: string; readonly comparison: Comparison }) {
  const { t } = useWords();
  const { number } = useFormat();
  const [all, setAll] = useState(false);
  const [name, setName] = useState('');
  const query = useComparison(id, { name, changed: !all });
  return (
    <section className="panel flush">
      <div className="panel-head row between">
        <div>
          <h2>{t('compare.changes')}</h2>
          <p className="soft">
            {(['new', 'changed', 'unchanged'] as const)
              .map((kind) => `${t(`submission.${kind}`)}: ${number(comparison[kind])}`)
              .join(' · ')}
          </p>
        </div>
        <fieldset className="seg" style={{ margin: 0, padding: 0 }}>
          <legend className="hidden-text">{t('compare.show')}</legend>
          {([false, true] as const).map((value) => (
            <label key={String(value)}>
              <input type="radio" name="show" checked={all === value} onChange={() => setAll(value)} />
              {t(value ? 'compare.showAll' : 'compare.showChanged')}
            </label>
          ))}
        </fieldset>
      </div>
      <FindByName onFind={setName} />
      <Answered query={query}>
        {(data) => {
          const people = joined(data);
          return people.length === 0 ? (
            <Empty
              title={t(name === '' ? 'compare.noChange' : 'compare.nobody')}
              next={t(name === '' ? 'compare.noChangeNext' : 'compare.nobodyNext')}
            />
          ) : (
            <div className="tall-list" role="region" aria-label={t('compare.changes')} tabIndex={0}>
              <ul className="plain">
                {people.map((person, index) => (
                  <li key={`${person.personId}${index}`}>
                    <Person person={person} submissionId={id} open={index === 0 && person.kind === 'changed'} />
                  </li>
                ))}
              </ul>
              <MoreButton query={query} />
            </div>
          );
        }}
      </Answered>
      {query.data && <MissingPeople pages={query.data.pages} count={comparison.missing} />}
    </section>
  );
}

/** By whole name or its beginning: with Enter or the button, for each search is a reading of whom it finds. */
function FindByName({ onFind }: { readonly onFind: (name: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="row panel-head"
      style={{ alignItems: 'end' }}
      role="search"
      aria-label={t('compare.find')}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
    >
      <TextInput
        label={t('compare.find')}
        value={typed}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('compare.findDo')}
      </Button>
      {typed !== '' && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped('');
            onFind('');
          }}
        >
          {t('compare.findAll')}
        </Button>
      )}
    </form>
  );
}

interface PersonProps {
  readonly person: ComparedPerson;
  readonly submissionId: string;
  readonly open: boolean;
}

function Person({ person, submissionId, open }: PersonProps) {
  const { t, localize } = useWords();
  const groupTitle = useGroupTitle();
  const changes = person.groups.reduce((sum, group) => sum + group.changes.length, 0);
  // Of a new person the register knows nothing: a column of "nothing" would only hide what was sent.
  const known = person.kind !== 'new';
  const head = (
    <span className="row" style={{ display: 'inline-flex' }}>
      <span className="strong">{person.name}</span>
      <Mark tone={TONE[person.kind]}>{t(`submission.${person.kind}`)}</Mark>
      {changes > 0 && (
        <span className="small soft">{t(person.kind === 'new' ? 'compare.given' : 'compare.changeCount', { count: changes })}</span>
      )}
    </span>
  );
  if (changes === 0) return <div className="compared">{head}</div>;
  return (
    <details className="compared" open={open}>
      <summary>{head}</summary>
      {person.groups.map((group, index) => (
        <table key={index}>
          <caption>{group.title ? localize(group.title) : groupTitle(group.group)}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: '30%' }}>
                {t('compare.field')}
              </th>
              {known && (
                <th scope="col" style={{ width: '35%' }}>
                  {t('compare.from')}
                </th>
              )}
              <th scope="col">{t('compare.to')}</th>
            </tr>
          </thead>
          <tbody>
            {group.changes.map((change, index) => (
              <tr key={index} className="changed">
                <th scope="row">
                  {localize(change.label)}
                  {change.line && <span className="soft small"> · {t('decide.line', { line: change.line })}</span>}
                </th>
                {known && (
                  <td className="was">
                    <Value field={change.field} value={change.from} />
                  </td>
                )}
                <td className="will">
                  {change.field === PORTRAIT && change.to !== null ? (
                    <Portrait src={portraitAddress(submissionId, person.line)} name={person.name} width={120} />
                  ) : (
                    <Value field={change.field} value={change.to} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}

function MissingPeople({ pages, count }: { readonly pages: readonly ComparisonPage[]; readonly count: number }) {
  const { t } = useWords();
  const missing = pages[0]?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <details className="compared">
      <summary>{t('compare.missing', { count })}</summary>
      <p className="soft">{t('compare.missingLead')}</p>
      <ul>
        {missing.map((person, index) => (
          <li key={index}>{person.name}</li>
        ))}
      </ul>
    </details>
  );
}
