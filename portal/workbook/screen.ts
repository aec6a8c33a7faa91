import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/bieu-mau',
    load: async () => (await import('./DownloadTemplate.tsx')).DownloadTemplate,
    menu: { task: 'template', place: 20, act: 'template.read', surface: 'portal', sign: IconFileSpreadsheet },
  },
  {
    address: '/van-ban',
    load: async () => (await import('./AttachDocument.tsx')).AttachDocument,
    asks: 'upload.create',
  },
  {
    address: '/nop-ho-so',
    load: async () => (await import('./SubmitWorkbook.tsx')).SubmitWorkbook,
    menu: { task: 'upload', place: 30, act: 'upload.create', surface: 'portal', sign: IconUpload },
  },
] as const satisfies readonly Screen[];
