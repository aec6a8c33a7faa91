/** Starts the portal: nonce, language, then the first screen. */
import '#portal/theme/mantine-styles.ts';
import '#portal/theme/look.css';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { worthSendingAgain } from '#portal/api/act-on.ts';
import { watchConnection } from '#portal/api/connection.ts';
import { startLanguage } from '#portal/language/set-up.ts';
import { Screens } from '#portal/routes.tsx';
import { colourManager } from '#portal/shell/colour.ts';
import { ourColours, theme } from '#portal/theme/theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthSendingAgain, staleTime: 5_000 }, mutations: { retry: false } },
});

watchConnection();
await startLanguage();
createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={ourColours}
    defaultColorScheme="auto"
    colorSchemeManager={colourManager}
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Screens />
      </BrowserRouter>
    </QueryClientProvider>
  </MantineProvider>,
);
