/** One accent (deep teal) and our own greys: Mantine's default red, orange and dimmed text fail AA contrast (measured with axe). */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const TEAL: MantineColorsTuple = [
  '#e9f6f7',
  '#d3ebed',
  '#a8d7db',
  '#79c2c8',
  '#4fb0b8',
  '#2f9aa4',
  '#17828d',
  '#0b6b75',
  '#095862',
  '#06444c',
];

export const theme = createTheme({
  primaryColor: 'muc',
  colors: { muc: TEAL },
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Be Vietnam Pro', Arial, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', Arial, sans-serif", fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
});

/** Mantine's names, our colours (`look.css` holds them for both schemes). */
export const ourColours: CSSVariablesResolver = () => ({
  variables: {},
  light: OURS,
  // Mantine's inputs take these two greys in the dark.
  dark: { ...OURS, '--mantine-color-dark-6': 'var(--paper)', '--mantine-color-dark-4': 'var(--line-strong)' },
});

const OURS = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--accent-soft)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
};
