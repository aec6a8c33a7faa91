/** Pictures of the guide, made of the demo by `npm run screenshots` into `portal/public/huong-dan`. */
export const PICTURES = ['bieu-mau', 'nop-ho-so', 'sua-loi', 'doi-chieu', 'gui', 'bien-nhan', 'xac-nhan', 'toi-the'] as const;
export type Picture = (typeof PICTURES)[number];

export const addressOf = (picture: Picture): string => `/huong-dan/${picture}.webp`;
