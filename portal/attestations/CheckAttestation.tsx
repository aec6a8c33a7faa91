/** /kiem-tra-xac-nhan: whoever was handed the file of an attestation learns here whether it holds. The file stays on the device. */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { RequestFailed, read } from '#portal/api/client.ts';
import type { VerifiedAttestation } from '#tools/verify-attestation.mjs';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { instantText } from '#portal/parts/format.ts';

const TONE = {
  right: 'good',
  'no-proof': 'warn',
  'without-content': 'warn',
  'unknown-key': 'bad',
  'other-key': 'bad',
  'not-in-log': 'bad',
  changed: 'bad',
  unreadable: 'warn',
} as const satisfies Record<VerifiedAttestation['verdict'], string>;

export function CheckAttestation() {
  const { t } = useWords();
  const client = useQueryClient();
  const [found, setFound] = useState<VerifiedAttestation | 'keys-away' | null>(null);
  /** Published keys are asked for by name; one that is not published is an answer. */
  const keysFor = async (kid: string | null) => {
    const logKey = await client.fetchQuery({
      queryKey: ['audit-key'],
      queryFn: ({ signal }) => read('/audit/key', {}, signal),
      staleTime: Infinity,
    });
    if (kid === null) return { keys: [], logKey };
    try {
      const key = await client.fetchQuery({
        queryKey: ['key', kid],
        queryFn: ({ signal }) => read('/keys/{kid}', { path: { kid } }, signal),
        retry: false,
      });
      return { keys: [key], logKey };
    } catch (error) {
      if (error instanceof RequestFailed && error.problem.status === 404) return { keys: [], logKey };
      throw error;
    }
  };
  const look = async (chosen: File | null): Promise<void> => {
    if (!chosen) return;
    setFound(null);
    const { check, keyNameIn, readFile } = await import('./check-file.ts');
    try {
      const file = readFile(await chosen.text());
      setFound(check(file, await keysFor(keyNameIn(file))));
    } catch {
      setFound('keys-away'); // no server, no keys: said below
    }
  };
  return (
    <>
      <PageTitle title={t('attestation.check')} lead={t('attestation.checkLead')} />
      <div className="stack">
        <section className="panel no-print">
          <DropZone variant="filled" label={t('attestation.choose')} accept=".json,application/json" onFile={(file) => void look(file)} />
        </section>
        <div role="status">
          {found === 'keys-away' ? <p className="note warn">{t('attestation.keysAway')}</p> : found && <Verdict found={found} />}
        </div>
      </div>
    </>
  );
}

function Verdict({ found }: { readonly found: VerifiedAttestation }) {
  const { t, localize } = useWords();
  const tone = TONE[found.verdict];
  return (
    <div className="stack">
      <section className={`note ${tone} stack tight`} data-verdict={found.verdict}>
        <h2>
          <Mark tone={tone}>{localize(found)}</Mark>
        </h2>
        <ul>
          {found.lines.map((line) => (
            <li key={line.en}>{localize(line)}</li>
          ))}
        </ul>
        {found.verdict === 'right' && <p className="small">{t('attestation.byServersKeys')}</p>}
      </section>
      {found.about && <Facts about={found.about} />}
    </div>
  );
}

function Facts({ about }: { readonly about: NonNullable<VerifiedAttestation['about']> }) {
  const { t } = useWords();
  const title = useGroupTitle();
  return (
    <section className="panel stack tight">
      <h2>{t('attestation.facts')}</h2>
      <dl className="pairs">
        {about.at !== null && (
          <>
            <dt>{t('attestation.at')}</dt>
            <dd className="tabular">{instantText(about.at)}</dd>
          </>
        )}
        {about.groups !== null && (
          <>
            <dt>{t('attestation.groups')}</dt>
            <dd>{about.groups.map((group) => title(group)).join('; ')}</dd>
          </>
        )}
        <dt>{t('attestation.hash')}</dt>
        <dd>
          <code className="break">{about.shownHash}</code>
        </dd>
        <dt>{t('attestation.kid')}</dt>
        <dd>
          <code className="break">{about.kid}</code>
        </dd>
      </dl>
    </section>
  );
}
