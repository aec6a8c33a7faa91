/** Papers that come along with a declaration: a PDF is looked into by the door of documents, a photo is drawn anew by that of pictures first. */
import { evidenceBy } from '#doors/documents/evidence.ts';
import { readPhoto } from '#doors/portraits/run-reader.ts';

export const evidence = evidenceBy(readPhoto);
