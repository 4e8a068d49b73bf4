/** A name without what is no letter or digit, in small letters and without accents: "Date d'événement" is "datedevenement". */
export function foldColumn(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * What people call the columns of such tables in English, French, Arabic, Ukrainian and others, by our words and as
 * {@link foldColumn} writes them; of two that a table has, the one that stands first counts. These are words of the field: what
 * one source alone uses is in its recipe.
 */
const NAMES: Readonly<Record<string, string>> = {
  place_id:
    "placeid settlementid townid locationid localityid villageid pcode placecode settlementcode localitycode koatuu katottg geonameid geonamesid osmid gid objectcode id code uid identifier fid",
  place:
    "settlement settlementname place placename town townname village villagename locality localityname populatedplace city cityname location locationname asciiname nameen name toponym site sitename feature label title lieu nomdulieu localite ville commune nom المكان اسمالمكان البلدة القرية المدينة المنطقةالسكنية الموقع التجمع الاسم اسم населенийпункт населениипункт наседенийпункт названаселеногопункту назва місто село місце населенныипункт название город место",
  governorate:
    "governorate province oblast admin1 adm1 adm1en admin1name adm1name region state wilaya gouvernorat المحافظة محافظة область",
  district:
    "district admin2 adm2 adm2en admin2name adm2name raion rayon county subdistrict المنطقة الناحية منطقة район",
  precision: "precisionkm precision accuracykm accuracy uncertaintykm geoprecision",
  spellings: "spellings altnames alternatenames alternativenames othernames aliases aka variants altname",
  place_kind: "placekind placetype settlementtype typeofsettlement localitytype fclass",
  population:
    "population pop inhabitants residents populationtotal poptotal السكان عددالسكان населення население",
  importance: "importance rank",
  note: "note notes remark remarks comment comments",
  side: "side controlledby controller control holder heldby controlstatus controlling controllingside controllingparty controllingactor owner party faction occupiedby capturedby takenby statusofcontrol status ctr camp controlepar controleurs tenupar partie forces الطرف الجهةالمسيطرة الجهة السيطرة القوةالمسيطرة المسيطر сторона контроль контролює підконтролем ктоконтролирует group by folder layer class category type zone name",
  day: "day date eventdate dayofevent eventday dateofevent reportdate reportingdate recordeddate observationdate snapshotdate asof when datetime timestamp time jour ledate datedelevenement التاريخ تاريخ اليوم дата дати день",
  first_day:
    "firstday from fromdate validfrom start startdate datestart startday begin begindate begindatetime beginning since dateofcapture startdt datefrom du depuis debut datedebut datededebut من منتاريخ تاريخالبداية البداية з від початок датапочатку с от начало датаначала",
  last_day:
    "lastday to todate validto end enddate dateend endday until till through upto finish enddt dateto au jusqua fin datefin datedefin إلى الى حتى تاريخالنهاية النهاية до по кінець датакінця датакінець конец датаокончания",
  id: "id eventid claimid recordid uid uuid ref no number",
  source:
    "source sources sourceurl url link href document reference references media quelle lien sources1 المصدر مصدر الرابط رابط джерело посилання источник ссылка",
  attribution:
    "attribution accordingto reportedby whosays claimedby saidby reporter selon وفقا بحسب заданими поданным",
  certainty: "certainty confidence reliability",
  summary:
    "summary description details text content notes note remarks comment comments narrative what resume الوصف وصف ملخص الملخص التفاصيل ملاحظات опис зміст примітки описание примечания",
  action: "action actiontype whathappened activity الحدث дія деиствие",
  extent: "extent howmuch share",
  actor: "actor actor1 force unit attacker perpetrator sidea sideaname acteur الفاعل القوة",
  other_actor: "actor2 otheractor target victim sideb sidebname targetactor",
  fatalities: "fatalities deaths killed dead casualties best morts tues القتلى загиблі погибшие",
  fatalities_low: "fatalitieslow deathslow lowestimate low",
  fatalities_high: "fatalitieshigh deathshigh highestimate high",
  day_precision: "dayprecision dateprecision timeprecision dateprec precisionofdate",
  kind: "kind eventtype type category subeventtype eventcategory incidenttype nature typedevenement نوعالحدث النوع типподії тип типсобытия",
  title: "title headline name event incident subject titre العنوان заголовок назва",
  measure: "measure indicator metric variable series what item indicateur المؤشر показник показатель",
  value:
    "value number count figure total amount quantity estimate valeur nombre القيمة العدد значення кількість значение количество",
  value_high: "valuehigh high max maximum upper",
  unit: "unit units uom unite الوحدة одиниця единица",
  concerns: "concerns who whom group population side category",
};

const FOLDED = new Map(
  Object.entries(NAMES).map(([word, names]) => [word, names.split(" ").map((name) => foldColumn(name))]),
);

/** The usual names of one of our words, folded, the surest first. */
export function namesOf(word: string): readonly string[] {
  return FOLDED.get(word) ?? [];
}

/** Names of columns that say little by themselves: a better one goes before, and what stands in them has to fit. */
export const VAGUE = new Set(
  "id code uid identifier fid no number name title label type class category group by folder layer zone status time when text content what who total item fid best low high media party control location feature site event".split(
    " ",
  ),
);

/** Names under which the side of an area stands in maps; in tables they are something else. */
export const OF_AREAS = new Set("group folder layer class category type zone name".split(" "));

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["english", "en"],
  ["eng", "en"],
  ["latin", "en"],
  ["arabic", "ar"],
  ["ara", "ar"],
  ["french", "fr"],
  ["fra", "fr"],
  ["ukrainian", "uk"],
  ["ukr", "uk"],
  ["ua", "uk"],
  ["rus", "ru"],
  ["عربي", "ar"],
  ["بالعربية", "ar"],
]);

/**
 * The language in which a column gives names of places, by its name: `name_ar`, `name:uk`, `Settlement (Arabic)`,
 * `ADM4_EN`. `undefined` for any other column.
 */
export function findNameLanguage(name: string): string | undefined {
  const [, language = ""] =
    /^(?:[\p{L}\d]*(?:name|settlement|place|town|village|city|locality|nom|adm\d|label|title|اسم|назва)[\p{L}\d]*)[\s_:.-]+\(?(?:in\s+)?([\p{L}]{2,12}|[a-z]{2,3}-[\w-]{2,12})\)?$/iu.exec(
      name.trim(),
    ) ?? [];
  const folded = language.toLowerCase();
  const known = LANGUAGES.get(folded);
  if (known !== undefined) return known;
  return /^[a-z]{2}$/.test(folded) && !NO_LANGUAGE.has(folded) ? folded : undefined;
}

/** Two letters that end names of columns and are no language there. */
const NO_LANGUAGE = new Set(["id", "no", "nr", "cd", "km", "dt", "to", "by", "of", "in"]);
