/** /toi/ke-khai/:group: what the record says of one group; I say that it is right, or fill in what is missing. */
import '#portal/own/own.css';
import { useNavigate, useParams } from 'react-router';
import { useMyDeclarationGroup } from '#portal/api/declaration-queries.ts';
import type { DeclarationForm, MyGroup } from '#portal/api/generated/api.ts';
import { useMyGroup } from '#portal/api/queries.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { OwnField } from '#portal/own/OwnField.tsx';
import { OwnReports } from '#portal/own/OwnReports.tsx';
import { OwnSection } from '#portal/own/OwnSection.tsx';
import { ReportValue } from '#portal/own/ReportValue.tsx';
import { Answered } from '#portal/parts/Answered.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import type { GroupCode } from '#standard/shapes.ts';
import { GroupForm } from './GroupForm.tsx';
import { Papers } from './Papers.tsx';

export function DeclareGroup() {
  const { group = '' } = useParams();
  const { t } = useWords();
  const title = useGroupTitle();
  return (
    <>
      <PageTitle title={title(group)} back={{ to: '/toi/ke-khai', label: t('declare.title') }} />
      <Answered key={group} query={useMyDeclarationGroup(group)} lines={6}>
        {(form) => <Group form={form} />}
      </Answered>
    </>
  );
}

function Group({ form }: { readonly form: DeclarationForm }) {
  const { t } = useWords();
  const go = useNavigate();
  const onSaved = (next: string | null): void => void go(next === null ? '/toi/ke-khai' : `/toi/ke-khai/${next}`);
  return (
    <div className="stack">
      {form.by !== 'person' && <p className="note">{t(`declare.readOnly.${form.by}`)}</p>}
      <GroupForm key={form.code} form={form} onSaved={onSaved}>
        {form.by !== 'person' && <Standing code={form.code as GroupCode} />}
      </GroupForm>
      <Papers form={form} />
      <OwnReports group={form.code} />
      <Answered query={useMyGroup(form.code as GroupCode)} lines={1}>
        {(group) => (
          <section className="note stack tight">
            <h2>{t('own.wrong')}</h2>
            <p>{t('declare.wrongNext')}</p>
            <ReportValue group={group} />
          </section>
        )}
      </Answered>
    </div>
  );
}

/** What the record says, to be read. */
function Standing({ code }: { readonly code: GroupCode }) {
  return <Answered query={useMyGroup(code)}>{(group) => <Values group={group} />}</Answered>;
}

function Values({ group }: { readonly group: MyGroup }) {
  const { t } = useWords();
  if (group.fields.length === 0 && group.sections.length === 0) return <p className="panel soft">{t('declare.empty')}</p>;
  return (
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
  );
}
