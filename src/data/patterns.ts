/** Names that every object has: under one of these as a feature's id the map draws nothing, or marks the wrong thing. */
const OWN_NAMES =
  "__[a-zA-Z]+__|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf";
/** An id: letters of any script, digits and - _ . : /, and no name that every object has. */
export const ID = new RegExp(`^(?!(?:${OWN_NAMES})$)[\\p{L}\\p{N}._:/-]+$`, "u");

/** A code of a language (BCP 47): two or three letters, perhaps with subtags. */
export const LANGUAGE_CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
