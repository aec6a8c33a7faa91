/** Pages that are whole in themselves, for nothing else may be fetched from where they stand: a style within, no script. */
import { createHash } from 'node:crypto';

export const WHOLE_PAGE_STYLE = `:root{color-scheme:light dark;--ink:#16232a;--ground:#f3f6f7;--paper:#fff;--line:#d8e0e4;--accent:#0b6b75}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--ground:#10181c;--paper:#192329;--line:#32414a;--accent:#71ccd4}}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 Arial,sans-serif}
main{box-sizing:border-box;max-width:40rem;margin:8vh auto 0;padding:1.5rem;background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:6px;overflow-wrap:anywhere}
h1{font-size:1.375rem;margin:0 0 .5rem}h2{font-size:1rem;margin:1.25rem 0 .25rem}
a{color:var(--accent)}
dt{font-weight:600;margin-top:.5rem}dd{margin:0}
hr{border:0;border-top:1px solid var(--line);margin:1.25rem 0}`;

/** The policy of such a page: its own style by its hash, and nothing that is loaded. */
export const WHOLE_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(WHOLE_PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
