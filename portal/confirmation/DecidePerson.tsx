/** /xac-nhan/:submissionId/:personId: one person, old beside new, and the decision. J next, K previous, A accept all, R return, S sign. */
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { usePresentedPerson, useQueuePlace } from '#portal/api/queries.ts';
import type { PresentedPerson } from '#portal/api/generated/api.ts';
import { CasesOfPerson } from '#portal/cases/CasesOfPerson.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { useAskBeforeLeaving, useKept } from '#portal/parts/use-kept.ts';
import { useKeys } from '#portal/parts/use-keys.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { DeclarationThread } from './DeclarationThread.tsx';
import {
  acceptAll,
  isOpen,
  levelOf,
  missingParts,
  problemsWithoutField,
  requestOf,
  withVerdict,
  type Choices,
  type DecisionRequest,
} from './decision.ts';
import { NOTHING_DECIDED, notesOf, typedNotes, withNotes, withoutNotes, type KeptDecision, type Notes } from './kept-decision.ts';
import { GroupComparison } from './GroupComparison.tsx';
import { MatchMark } from './MatchMark.tsx';
import { neighboursOf } from './neighbours.ts';
import { filterIn, searchOf } from './queue-filter.ts';
import { PapersBeside } from './PapersBeside.tsx';
import { PresentedProblems } from './PresentedProblems.tsx';
import { DecisionSummary } from './DecisionSummary.tsx';

export function DecidePerson() {
  const { t } = useWords();
  const { submissionId = '', personId = '' } = useParams();
  return (
    <Answered page={t('queue.title')} query={usePresentedPerson(submissionId, personId)} lines={10}>
      {(person) => <Decide key={person.shownHash} person={person} submissionId={submissionId} personId={personId} />}
    </Answered>
  );
}

/** Address of the list out of which this person was opened; null when they were not. */
const listIn = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'list' in state && typeof state.list === 'string' ? state.list : null;

interface Props {
  readonly person: PresentedPerson;
  readonly submissionId: string;
  readonly personId: string;
}

function Decide({ person, submissionId, personId }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { number } = useFormat();
  const location = useLocation();
  // Opened out of the sample of a list: the way back is that list.
  const list = listIn(location.state);
  const filter = filterIn(new URLSearchParams(location.search));
  const place = useQueuePlace(submissionId, personId, filter).data;
  const name = `${submissionId}.${personId}`;
  const [kept, keep, forget] = useKept<KeptDecision>(`decide.${name}`, person.shownHash.slice(0, 16), NOTHING_DECIDED);
  const [notes, setNotes] = useState<Notes>(typedNotes.get(name) ?? {});
  const choices = withNotes(kept.choices, notes);
  const { mismatch } = kept;
  const setChoices = (next: Choices): void => {
    keep({ ...kept, choices: withoutNotes(next) });
    typedNotes.set(name, notesOf(next));
    setNotes(notesOf(next));
  };
  const setMismatch = (code: string): void => keep({ ...kept, mismatch: code });
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [tried, setTried] = useState(false);
  const [at, setAt] = useState(0);
  const decide = useAct('/confirmation/decisions', (body: DecisionRequest) => ({ body }), [['queue'], ['home'], ['submissions']]);
  const { before, after } = neighboursOf(place, searchOf(filter));
  const { mine } = person;
  const mayAccept = mayDo(person, 'item.confirm');
  const mayReturn = mayDo(person, 'item.return');
  const decides = mayAccept || mayReturn;
  const open = person.groups.filter(isOpen);
  const missing = missingParts(person, choices, mismatch);
  const go = (address: string | null): void => {
    if (address) void navigate(address);
  };
  const takeAll = (): void => setChoices(acceptAll(choices, person.groups));
  const returnHere = (): void => {
    const group = open[Math.min(at, open.length - 1)];
    if (group) setChoices(withVerdict(choices, group, 'return'));
  };
  const sign = (): void => {
    setTried(true);
    if (missing.length === 0 && !decide.busy)
      decide.go(requestOf({ submissionId, personId }, person, choices, mismatch)).then(
        () => {
          forget();
          typedNotes.delete(name);
          setNotes({});
        },
        () => undefined,
      );
  };
  const moves = { j: () => go(after), k: () => go(before) };
  const acts = decides && !decide.answer && open.length > 0;
  useKeys({
    ...moves,
    ...(acts && mayAccept ? { a: takeAll } : {}),
    ...(acts && mayReturn ? { r: returnHere } : {}),
    ...(acts ? { s: sign } : {}),
  });
  useAskBeforeLeaving(Object.keys(notes).length > 0);
  const reload = (): void => {
    decide.forget();
    void queries.invalidateQueries({ queryKey: ['confirmation', submissionId, personId] });
  };
  const someSame = person.groups.some((group) => group.fields.some((field) => !field.changed));
  return (
    <>
      <PageTitle
        title={t('decide.title', { name: person.name })}
        back={list ? { to: list, label: t('list.title') } : { to: `/xac-nhan${searchOf(filter)}`, label: t('queue.title') }}
        lead={
          <>
            {place?.waits && (
              <span className="tabular strong" data-place>
                {t('decide.place', { position: number(place.position), total: number(place.total) })} ·{' '}
              </span>
            )}
            {person.body} · {t('match.title')}: <MatchMark level={levelOf(person)} />
          </>
        }
        actions={
          <>
            {before && (
              <Button to={before} variant="default" size="compact-md">
                {t('decide.previous')}
              </Button>
            )}
            {after && (
              <Button to={after} variant="default" size="compact-md">
                {t('decide.next')}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        {decide.answer ? (
          <DecisionSummary answer={decide.answer} next={after} queue={`/xac-nhan${searchOf(filter)}`} left={place?.total ?? null} />
        ) : (
          <>
            {mine && (
              <div className="note warn">
                <h2>{t('decide.mine')}</h2>
                <p>{t('decide.mineNext')}</p>
              </div>
            )}
            <CasesOfPerson of={person} registered={false} />
            <PapersBeside person={person} />
            {person.declared && <DeclarationThread submissionId={submissionId} mayWrite={mayReturn} />}
            <PresentedProblems problems={problemsWithoutField(person)} />
            <div className="row between">
              {someSame ? (
                <Checkbox
                  label={t('decide.onlyChanged')}
                  checked={onlyChanged}
                  onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
                />
              ) : (
                <span />
              )}
              {decides && <span className="hint wide-only">{t(mayAccept ? 'decide.keys' : 'decide.keysReturn')}</span>}
            </div>
            {person.groups.length === 0 && (
              <div className="panel">
                <Empty title={t('decide.nothing')} next={t('decide.nothingNext')} />
              </div>
            )}
            {person.groups.map((group) => (
              <GroupComparison
                key={group.itemId}
                person={{ submissionId, personId, name: person.name }}
                group={group}
                problems={person.problems}
                accepted={person.accepted.filter((one) => one.group === group.group)}
                onlyChanged={onlyChanged}
                may={person.may}
                choices={choices}
                onChange={setChoices}
                onHere={() => setAt(Math.max(0, open.indexOf(group)))}
              />
            ))}
            {decides && open.length > 0 && (
              <DecisionBar
                person={person}
                choices={choices}
                missing={tried ? missing : []}
                mismatch={mismatch}
                onMismatch={setMismatch}
                busy={decide.busy}
                error={decide.error}
                onReload={reload}
                onAcceptAll={takeAll}
                onSign={sign}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}
