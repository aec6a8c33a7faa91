/** /toi/nhom/:group: one group of my record; each value with where it comes from and who confirmed it. */
import './own.css';
import { Link, useParams } from 'react-router';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { GROUPS } from '#standard/groups.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { useMyGroup } from '#portal/api/queries.ts';
import type { MyGroup } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { KeptLine } from '#portal/people/KeptLine.tsx';
import { BodyContact } from './BodyContact.tsx';
import { GroupMark } from './GroupMark.tsx';
import { GroupNote } from './GroupNote.tsx';
import { IdentitySlip } from './IdentitySlip.tsx';
import { OwnField } from './OwnField.tsx';
import { OwnReports } from './OwnReports.tsx';
import { OwnSection } from './OwnSection.tsx';
import { ReportValue } from './ReportValue.tsx';
import { besides } from './standing.ts';

const CODES: readonly string[] = GROUPS.map((group) => group.code);

export function OwnGroup() {
  const { group = '' } = useParams();
  const { t } = useWords();
  const title = useGroupTitle();
  return (
    <>
      <PageTitle title={title(group)} back={{ to: '/toi', label: t('own.title') }} />
      {/* The address may name any group: one that is none is refused by the server. */}
      <Answered key={group} query={useMyGroup(group as GroupCode)}>
        {(found) => <Shown group={found} />}
      </Answered>
      <Neighbours code={group} />
    </>
  );
}

function Shown({ group }: { readonly group: MyGroup }) {
  const { t, localize } = useWords();
  const empty = group.fields.length === 0 && group.sections.length === 0;
  return (
    <div className="stack">
      <section className="panel stack tight" aria-label={t('own.standing')}>
        <p>
          <GroupMark group={group} />
        </p>
        <GroupNote group={group} detailed={false} />
        <p className="soft">{localize(group.why)}</p>
        <KeptLine kept={group.kept} />
        {group.code === 'W' && <Link to="/toi/the">{t('own.toCard')}</Link>}
      </section>
      {empty ? (
        <div className="panel">
          <Empty title={t(`own.empty.${group.state === 'system' ? 'system' : 'people'}`)} next={t('own.emptyNext')} />
        </div>
      ) : (
        <>
          {group.fields.length > 0 && (
            <dl className="panel flush own-fields">
              {group.fields.map((field) => (
                <OwnField key={field.key} field={field} />
              ))}
            </dl>
          )}
          {group.sections.map((section) => (
            <OwnSection key={section.key} section={section} />
          ))}
        </>
      )}
      <IdentitySlip group={group} />
      <OwnReports group={group.code} />
      <section className="note stack tight">
        <h2>{t('own.wrong')}</h2>
        <p>{t('own.wrongNext', { body: group.bodyName })}</p>
        <ReportValue group={group} />
        <BodyContact bodyId={group.bodyId} bodyName={group.bodyName} subject={t('own.wrongSubject', { group: localize(group.title) })} />
      </section>
    </div>
  );
}

function Neighbours({ code }: { readonly code: string }) {
  const { t } = useWords();
  const title = useGroupTitle();
  const { before, after } = besides(CODES, code);
  return (
    <nav className="own-neighbours" aria-label={t('own.neighbours')}>
      {before && (
        <Link to={`/toi/nhom/${before}`} rel="prev">
          <IconChevronLeft className="icon" size={18} aria-hidden /> {title(before)}
        </Link>
      )}
      {after && (
        <Link to={`/toi/nhom/${after}`} rel="next" className="own-after">
          {title(after)} <IconChevronRight className="icon" size={18} aria-hidden />
        </Link>
      )}
    </nav>
  );
}
