/** Notices that were not seen, counted anew when one goes to another page; nothing is asked while nobody does anything, so that a session can end. */
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import { useUnseenNotices } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';

const COUNT_MAX = 99;

export function Bell() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const { data, refetch, isStale } = useUnseenNotices();
  useEffect(() => {
    if (isStale) void refetch();
    // Asked by going somewhere, not by growing old.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname]);
  const unseen = data?.unseen ?? 0;
  return (
    <Link
      to="/thong-bao"
      className="quiet bell"
      aria-label={unseen === 0 ? t('notices.none') : t(unseen === 1 ? 'notices.unseenOne' : 'notices.unseenMany', { count: unseen })}
    >
      <IconBell size={20} aria-hidden />
      {unseen > 0 && (
        <b className="count" aria-hidden>
          {unseen > COUNT_MAX ? `${COUNT_MAX}+` : unseen}
        </b>
      )}
    </Link>
  );
}
