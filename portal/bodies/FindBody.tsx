/** A body by its name or code, of today or of before; without marks too. Asked for by a button, not by each letter. */
import { useState, type ReactNode } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { useFoundBodies } from '#portal/api/body-queries.ts';
import type { FoundBody } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { dayText } from '#portal/parts/format.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { Mark } from '#portal/parts/Mark.tsx';

export function FindBody({ label, children }: { readonly label: string; readonly children: (found: FoundBody) => ReactNode }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const query = useFoundBodies(asked);
  return (
    <div className="stack tight" role="search">
      <div className="row">
        <TextInput
          label={label}
          value={typed}
          maxLength={200}
          autoComplete="off"
          name="body-search"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            setAsked(typed.trim());
          }}
        />
        <Button variant="default" style={{ alignSelf: 'end' }} onClick={() => setAsked(typed.trim())} data-find-body>
          {t('bodies.find')}
        </Button>
      </div>
      {asked !== '' && (
        <Answered query={query} lines={2}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t('bodies.notFound')} next={t('bodies.notFoundNext')} />
            ) : (
              <ul className="plain stack tight" aria-label={t('bodies.found')}>
                {items.map((one) => (
                  <li key={one.id} data-found={one.id}>
                    {children(one)} <span className="soft small">{one.code}</span>{' '}
                    {one.standing === 'uncertain' && <CodeMark standing="uncertain" />}
                    {one.above !== null && <span className="soft small"> · {one.above}</span>}
                    {one.by !== one.name && one.by !== one.code && (
                      <span className="soft small">
                        {' · '}
                        {one.until === null
                          ? t('bodies.alsoCalled', { name: one.by, from: dayText(one.from) })
                          : t('bodies.calledBefore', { name: one.by, until: dayText(one.until) })}
                      </span>
                    )}{' '}
                    {!one.stands && <Mark tone="off">{t('bodies.notToday')}</Mark>}
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </div>
  );
}
