/** Maxima of reading, each with its unit and the threat (docs/threats.md) that it stops. Used by the sandboxed parser: imports nothing. */

/** Entries of the zip: T18. A workbook of ours has about 45. */
export const ENTRIES_MAX = 1_000;
/** Inflated bytes of all entries that are read, declared and counted: T18. They stream by and are never held: a hundred thousand people with every column are 500 MB. */
export const INFLATED_BYTES_MAX = 1024 * 1024 * 1024;
/** Inflated bytes of a part that is held whole: what names sheets, styles, links; our largest has 200 KB. T18. */
export const HELD_PART_BYTES_MAX = 64 * 1024 * 1024;
/** Inflated to compressed bytes of one entry larger than a megabyte: T18. */
export const RATIO_MAX = 200;
/** Rows with a value in one sheet: T19. */
export const ROWS_MAX = 200_000;
/** Row elements in one sheet, empty ones too: the format's own maximum. */
export const ROW_ELEMENTS_MAX = 1_048_576;
/** Cells with a value in the whole file, eight bytes each where they are kept: T19. A hundred thousand people with every column of the form. */
export const CELLS_MAX = 12_000_000;
/** Characters of all cells together: one long shared string may stand in a million cells. T19. */
export const TOLD_CHARS_MAX = 200_000_000;
/** Merged ranges that are told; more are only counted. */
export const MERGES_MAX = 1_000;
/** Bytes of one cell: the format's own maximum is 32,767 characters; room for markup. */
export const CELL_BYTES_MAX = 400_000;
/** Shared strings, and bytes of all of them in UTF-8: T19. */
export const STRINGS_MAX = 4_000_000;
export const STRING_CHARS_MAX = 64 * 1024 * 1024;
/** Bytes of one shared string with its markup: 32,767 characters, each a run of its own. */
export const SHARED_ITEM_BYTES_MAX = 8 * 1024 * 1024;
/** Of a sheet that nobody asked for: rows with a value that are looked at for our keys, and inflated bytes. */
export const PEEKED_ROWS = 60;
export const PEEKED_BYTES_MAX = 1024 * 1024;
/** Sheets that are looked at. */
export const SHEETS_MAX = 100;
/** Values beyond those columns that are told by their place and left out; more refuse the file: T19. */
export const STRAYS_MAX = 20;
/** Columns beyond the widest sheet of the template that may hold a value: T19. */
export const COLUMNS_BEYOND = 8;
