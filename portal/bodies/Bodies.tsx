/** /co-quan: the tree of bodies on a day, a search by name and code of any time, and the changes that wait. */
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { readDay } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { PartChoice, usePart } from '#portal/parts/PartChoice.tsx';
import { BodyTree } from './BodyTree.tsx';
import { BringList } from './BringList.tsx';
import { Changes } from './Changes.tsx';
import { FindBody } from './FindBody.tsx';

/** Parts of the page, by the word that stands for each in the address. */
const PARTS = { tree: '', changes: 'thay-doi', list: 'danh-sach' } as const;

export function Bodies() {
  const { t } = useWords();
  const session = useSession();
  const [part, choose] = usePart(PARTS);
  const changes = session.data?.may.includes('bodies.change') ?? false;
  return (
    <>
      <PageTitle title={t('bodies.title')} lead={t('bodies.lead')} />
      <div className="stack">
        {changes && (
          <PartChoice parts={PARTS} part={part} onChoose={choose} label={t('bodies.title')} nameOf={(name) => t(`bodies.part.${name}`)} />
        )}
        {part === 'tree' || !changes ? <Tree /> : part === 'changes' ? <Changes /> : <BringList />}
      </div>
    </>
  );
}

function Tree() {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState<string | null>(null);
  const day = typed.trim() === '' ? null : readDay(typed);
  const wrong = typed.trim() !== '' && day === null;
  return (
    <>
      <section className="panel" aria-label={t('bodies.search')}>
        <FindBody label={t('bodies.search')}>{(one) => <Link to={`/co-quan/${one.id}`}>{one.name}</Link>}</FindBody>
      </section>
      <section className="panel stack" aria-label={t('bodies.tree')}>
        <form
          className="row"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!wrong) setOn(day);
          }}
        >
          <TextInput
            label={t('bodies.onDay')}
            description={t('bodies.dayHint')}
            inputMode="numeric"
            value={typed}
            error={wrong ? t('bodies.wrong.on') : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" style={{ alignSelf: 'end' }}>
            {t('bodies.show')}
          </Button>
        </form>
        <BodyTree key={on ?? ''} on={on} />
      </section>
    </>
  );
}
