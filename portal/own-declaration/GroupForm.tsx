/** The form of one group: fields with what the record says, lines of sections, and the two ways to save it. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { DeclarationForm, DraftProblem } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Cell } from './Cell.tsx';
import { isNews, newsIn, openedForm, withLine, withNewLine, withoutLine } from './filled-in.ts';
import type { CellTexts, Typed } from './filled-in.ts';

type Asked = Acts['/me/declaration/groups/{group}']['asked'];

interface Props {
  readonly form: DeclarationForm;
  /** the next group that was not seen; null: all were */
  readonly onSaved: (next: string | null) => void;
  readonly children: ReactNode;
}

export function GroupForm({ form, onSaved, children }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState(() => openedForm(form));
  const [problems, setProblems] = useState<readonly DraftProblem[]>(form.problems);
  const save = useAct(
    '/me/declaration/groups/{group}',
    (body: Asked['body']) => ({ path: { group: form.code as Asked['path']['group'] }, body }),
    [['me', 'declaration']],
  );
  const news = newsIn(form, typed);
  const changes = isNews(news);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.go({ mark: changes ? 'changed' : 'right', ...news, seen: form.seen }).then(
      (saved) => {
        setProblems(saved.problems);
        if (!saved.problems.some(({ severity }) => severity === 'error')) onSaved(saved.next);
      },
      () => undefined, // told below
    );
  };
  const wrong = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {children}
      {form.columns.length > 0 && (
        <div className="panel stack">
          {form.columns.map((column) => (
            <Cell
              key={column.key}
              column={column}
              text={typed.cells[column.key] ?? ''}
              onText={(text) => setTyped({ ...typed, cells: { ...typed.cells, [column.key]: text } })}
              problems={problems.filter((one) => one.section === null && one.column === column.key)}
            />
          ))}
        </div>
      )}
      {form.sections.map((section) => (
        <Lines key={section.key} section={section} typed={typed} onTyped={setTyped} problems={problems} />
      ))}
      <OtherProblems form={form} problems={problems} />
      {wrong > 0 && (
        <p className="note bad" role="alert">
          {t('declare.stillWrong', { count: wrong })}
        </p>
      )}
      {save.error !== null && <Failure error={save.error} />}
      <div className="actions">
        <Button type="submit" loading={save.busy} data-save-group>
          {t(changes ? 'declare.save' : 'declare.right')}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with the whole, or with something that has no field here. */
function OtherProblems({ form, problems }: { readonly form: DeclarationForm; readonly problems: readonly DraftProblem[] }) {
  const { localize } = useWords();
  const columns = new Set([...form.columns, ...form.sections.flatMap((one) => one.columns)].map(({ key }) => key));
  const others = problems.filter(({ column }) => column === null || !columns.has(column));
  if (others.length === 0) return null;
  return (
    <ul className="note warn">
      {others.map((one, at) => (
        <li key={at}>
          {localize(one.title)} {localize(one.next)}
        </li>
      ))}
    </ul>
  );
}

interface LinesProps {
  readonly section: DeclarationForm['sections'][number];
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly problems: readonly DraftProblem[];
}

function Lines({ section, typed, onTyped, problems }: LinesProps) {
  const { t, localize } = useWords();
  const lines = typed.lines[section.key] ?? [];
  const title = localize(section.title);
  return (
    <section className="panel stack" aria-label={title}>
      <h2>
        {title} <span className="soft tabular">({lines.length})</span>
      </h2>
      {lines.map((line, at) => (
        <Line
          key={at}
          section={section}
          line={line}
          number={at + 1}
          isNew={Object.keys(line).length === 0 || at >= section.standing.length}
          problems={problems.filter((one) => one.section === section.key && one.line === at)}
          onLine={(changed) => onTyped(withLine(typed, section.key, at, changed))}
          onGone={() => onTyped(withoutLine(typed, section.key, at))}
        />
      ))}
      <div className="actions">
        <Button variant="default" onClick={() => onTyped(withNewLine(typed, section.key))} data-add-line={section.key}>
          {t('declare.addLine', { section: title })}
        </Button>
      </div>
    </section>
  );
}

/** The first things that a line says. */
const summaryOf = ({ columns }: LinesProps['section'], line: CellTexts): string =>
  columns
    .map(({ key }) => line[key] ?? '')
    .filter((text) => text !== '')
    .slice(0, 4)
    .map((text) => text.replace(/^\S+ – /, ''))
    .join(' · ');

interface LineProps {
  readonly section: LinesProps['section'];
  readonly line: CellTexts;
  readonly number: number;
  readonly isNew: boolean;
  readonly problems: readonly DraftProblem[];
  readonly onLine: (line: CellTexts) => void;
  readonly onGone: () => void;
}

function Line({ section, line, number, isNew, problems, onLine, onGone }: LineProps) {
  const { t } = useWords();
  return (
    <details open={isNew || problems.length > 0} className="declare-line">
      <summary>{t('declare.line', { number, says: summaryOf(section, line) })}</summary>
      <fieldset className="stack" aria-label={t('declare.line', { number, says: '' })}>
        {section.columns.map((column) => (
          <Cell
            key={column.key}
            column={column}
            text={line[column.key] ?? ''}
            onText={(text) => onLine({ ...line, [column.key]: text })}
            problems={problems.filter((one) => one.column === column.key)}
          />
        ))}
        <div className="actions">
          <Button variant="default" onClick={onGone}>
            {t('declare.removeLine', { number })}
          </Button>
        </div>
      </fieldset>
    </details>
  );
}
