/** SQL of the one code that a body is called by on a day: an official identifier before ours, one that is sure before one that is not. */

/** Of a row `c` of `body_code`: the one that comes first. */
export const FIRST_CODE = `(c.scheme = 'ma_dinh_danh') desc, (c.confidence = 'uncertain'), c.code`;

/** Columns of the row `c` that was found, or was not: `code` and how sure it is (`CodeStanding`). */
export const CALLED_BY = `coalesce(c.code, '') as code,
    case when c.code is null then 'none' when c.scheme <> 'ma_dinh_danh' then 'own' when c.confidence = 'uncertain' then 'uncertain' else 'official' end as standing`;
