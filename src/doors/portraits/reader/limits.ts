/** Maxima of reading portraits, each with its unit and the threat that it stops. Used by the sandboxed parser: imports nothing. */

/** The picture that is kept: 3:4, pixels. Twice what a card shows (240×320), enough for a print of 4×6 cm at 200 dots an inch. */
export const PORTRAIT_WIDTH = 480;
export const PORTRAIT_HEIGHT = 640;
/** The smallest part of a picture that is still a portrait, pixels after the crop: what a card shows. */
export const LEAST_WIDTH = 240;
export const LEAST_HEIGHT = 320;
/** Width to height of what is cropped at all: from 1:2 (a figure) to 3:2 (a camera held across). Beyond, it is no portrait. */
export const RATIO_MIN = 1 / 2;
export const RATIO_MAX = 3 / 2;
/** Share of the picture below which the sender is asked to look at what was left: a square keeps 0.75, a 4:3 across 0.56. */
export const KEPT_SHARE_WARNED = 0.7;
/** Bytes of one picture as it comes: the dictionary's maximum of the field (a test holds them equal). T18. */
export const PICTURE_BYTES_MAX = 2 * 1024 * 1024;
/** Pixels of one picture: a telephone's 24 megapixels; decoded with 16 bits a channel 200 MB. A picture says it before it is decoded. T18. */
export const PIXELS_MAX = 25_000_000;
/** Bytes of a photo of a paper as it comes: what a telephone of today makes. T18. */
export const PHOTO_BYTES_MAX = 12 * 1024 * 1024;
/** Pixels of such a photo: 50 megapixels; decoded with 8 bits a channel 150 MB. T18. */
export const PHOTO_PIXELS_MAX = 50_000_000;
/** The longer side of the photo that is kept, pixels: a page of A4 at 190 dots an inch, small print included. */
export const PHOTO_SIDE_MAX = 2_200;
/** The shorter side below which nothing on a paper can be read. */
export const PHOTO_SIDE_MIN = 400;
/** Bytes that a kept photo stays under; noise of that size at the lowest quality has 1.4 MB. */
export const PHOTO_KEPT_BYTES_MAX = 3 * 1024 * 1024;
/** Scans of one progressive JPEG (usual: 10): each goes over all pixels once more. T19. */
export const SCANS_MAX = 40;
/** Chunks of one PNG: T19. */
export const CHUNKS_MAX = 20_000;
/** Pictures of one upload. T19. */
export const PICTURES_MAX = 1_000;
/** Entries of the zip: a Mac puts a second one beside each picture. T18. */
export const ENTRIES_MAX = 4_000;
/** Inflated bytes of all entries, declared and counted; pictures hardly shrink. T18. */
export const INFLATED_BYTES_MAX = 60 * 1024 * 1024;
/** Inflated to compressed bytes of one entry larger than a megabyte. T18. */
export const ENTRY_RATIO_MAX = 20;
/** Bytes of one portrait as it is kept: noise at the lowest quality has 120 KB. */
export const PORTRAIT_BYTES_MAX = 200 * 1024;
/** Bytes that a JPEG is kept under when a lower quality can do it: what people of a body have together is copied often. */
export const PORTRAIT_BYTES_GOAL = 120 * 1024;
