/**
 * The columns that give a name in a language: `name:uk`, `name:zh-Hant`, `name_ru`. After "_" two letters only, and not
 * "id", which is rather a key than Indonesian.
 */
export const NAME_COLUMN = /^name(?::([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)|_(?!id$)([a-z]{2}))$/;
