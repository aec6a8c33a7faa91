/** A screen for those who may open it: the others are told what to do, before a form is drawn that would be refused. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { admission, type Asks } from '#portal/menus.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { signInAddress } from '#portal/parts/Failure.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';

export function Admitted({ asks, children }: { readonly asks: Asks; readonly children: ReactNode }) {
  const { t } = useWords();
  const session = useSession();
  if (asks === 'nobody') return <>{children}</>;
  return (
    <Answered page={t('app.name')} query={session}>
      {(found) => {
        const how = admission(asks, found);
        if (how === 'open') return <>{children}</>;
        return how === 'sign-in' ? <SignInFirst demo={found.demo} /> : <OfOthers />;
      }}
    </Answered>
  );
}

function SignInFirst({ demo }: { readonly demo: boolean }) {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('admitted.signIn')} lead={t('admitted.signInLead')} />
      <div className="actions">
        <Button href={signInAddress()}>{t('app.signIn')}</Button>
        {demo && (
          <Button to="/trinh-dien" variant="default">
            {t('welcome.demo')}
          </Button>
        )}
      </div>
    </>
  );
}

function OfOthers() {
  const { t } = useWords();
  return (
    <PageTitle
      title={t('admitted.ofOthers')}
      lead={
        <>
          {t('admitted.ofOthersLead')} <Link to="/">{t('notFound.home')}</Link>
        </>
      }
    />
  );
}
