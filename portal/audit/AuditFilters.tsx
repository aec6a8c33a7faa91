/** What of the log is shown, and the same as a file: act, role, body, days. The choice stands in the address, so that it can be kept. */
import { useState } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useSearchParams } from 'react-router';
import { fileAddress } from '#portal/api/client.ts';
import { useAuditActs, useBodyTree } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import { chosenIn, type Chosen } from './chosen.ts';

export function AuditFilters() {
  const { t, localize, texts } = useWords();
  const [params, setParams] = useSearchParams();
  const chosen = chosenIn(params);
  const acts = useAuditActs().data ?? [];
  const roles = texts('role') as Readonly<Record<string, string>>;
  const choose = (name: keyof Chosen, value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const isSome = Object.values(chosen).some((value) => value !== undefined);
  return (
    <form className="panel stack" role="search" aria-label={t('audit.choose')} onSubmit={(event) => event.preventDefault()}>
      <div className="form wide">
        <NativeSelect
          label={t('audit.kind')}
          value={chosen.act ?? ''}
          onChange={(event) => choose('act', event.currentTarget.value)}
          data-choose="act"
          data={[{ value: '', label: t('audit.all') }, ...acts.map(({ code, name }) => ({ value: code, label: localize(name) }))]}
        />
        <NativeSelect
          label={t('record.readRole')}
          value={chosen.role ?? ''}
          onChange={(event) => choose('role', event.currentTarget.value)}
          data={[
            { value: '', label: t('audit.all') },
            ...[...ROLE_CODES, 'SYSTEM'].map((role) => ({ value: role, label: roles[role] ?? t('audit.system') })),
          ]}
        />
        <BodyChoice chosen={chosen.body} onChoose={(id) => choose('body', id)} />
        <TextInput
          type="date"
          label={t('audit.from')}
          value={chosen.from ?? ''}
          max={chosen.to}
          onChange={(event) => choose('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('audit.to')}
          value={chosen.to ?? ''}
          min={chosen.from}
          onChange={(event) => choose('to', event.currentTarget.value)}
        />
      </div>
      <div className="actions">
        <Button
          variant="default"
          href={fileAddress('/audit/events.csv', { query: chosen })}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('audit.export')}
        </Button>
        {isSome && (
          <Button variant="default" onClick={() => setParams({}, { replace: true })}>
            {t('audit.chooseAll')}
          </Button>
        )}
      </div>
      <p className="hint">{t(isSome ? 'audit.chosenHint' : 'audit.exportHint')}</p>
    </form>
  );
}

/** A body of the country by code or name: typed, and offered while one types. */
function BodyChoice({ chosen, onChoose }: { readonly chosen: string | undefined; readonly onChoose: (id: string) => void }) {
  const { t } = useWords();
  const tree = useBodyTree().data ?? [];
  const wordsOf = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} – ${name}`;
  const named = tree.find(({ bodyId }) => bodyId === chosen);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <TextInput
        label={t('audit.body')}
        list="audit-bodies"
        autoComplete="off"
        placeholder={t('audit.all')}
        value={typed ?? (named ? wordsOf(named) : '')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const body = tree.find((one) => wordsOf(one) === text);
          setTyped(body ? null : text);
          if (body || text === '') onChoose(body?.bodyId ?? '');
        }}
      />
      <datalist id="audit-bodies">
        {tree.map((body) => (
          <option key={body.bodyId} value={wordsOf(body)} />
        ))}
      </datalist>
    </>
  );
}
