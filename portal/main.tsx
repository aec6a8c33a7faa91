/** Starts the portal: colours, language, then the first screen. */
import '#portal/theme/look.css';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { worthSendingAgain } from '#portal/api/act-on.ts';
import { onSignedOut } from '#portal/api/client.ts';
import { watchConnection } from '#portal/api/connection.ts';
import { startLanguage } from '#portal/language/set-up.ts';
import { Screens } from '#portal/routes.tsx';
import { watchColour } from '#portal/shell/colour.ts';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthSendingAgain, staleTime: 5_000 }, mutations: { retry: false } },
});

// Whether it has ended is asked of the session itself; the frame then covers what is shown.
onSignedOut(() => void queries.refetchQueries({ queryKey: ['session'] }));
watchColour();
watchConnection();
await startLanguage();
createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queries}>
    <BrowserRouter>
      <Screens />
    </BrowserRouter>
  </QueryClientProvider>,
);
