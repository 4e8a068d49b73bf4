/** The file that makes a folder a data set. It stands alone so that naming it takes no reading of it. */
export const DECLARATION_FILE = "dataset.json";
