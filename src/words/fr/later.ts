import { dates, plural, toComma } from "./forms.ts";
import { formatDistance } from "../evidence-words.ts";
import type { LaterWords } from "../later-words.ts";
import { frDataProblem, frViewProblem } from "./address.ts";
import { frEvents } from "./events.ts";

/** The French words of what is there once it is asked for. */
export const frLater: LaterWords = {
  viewProblem: frViewProblem,
  dataProblem: frDataProblem,
  events: frEvents,
  story: {
    steps: "Étapes du récit",
    position: (number, total) => `Étape ${number} sur ${total}`,
    previous: "Étape précédente",
    next: "Étape suivante",
    leave: "Quitter le récit",
    explore: "Explorer à partir d’ici",
    back: "Revenir au récit",
    mark: (number) => `Source ${number}`,
    closeRecord: "Fermer la source",
    kinds: { claim: "Affirmation", event: "Événement", figure: "Chiffre" },
  },
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}, nº ${number}`),
    today: (state, day) =>
      ({
        established: `En place le ${dates.long(day)}`,
        encircled: `Encerclé le ${dates.long(day)}`,
        relieved: `En place, encerclement levé, le ${dates.long(day)}`,
        evacuated: `N’est plus là le ${dates.long(day)}`,
      })[state],
    notYet: (day) => `Pas encore établi le ${dates.long(day)}`,
    month: (month) => `en ${month}`,
    uncertain: "les sources divergent ou supposent",
    ground: (side) => `Sur le terrain de ${side}`,
    history: "Histoire du poste",
  },
  looks: {
    labels: "Noms en",
    labelsBoth: "Les deux",
    theme: "Thème",
    themeAuto: "Auto",
    themeLight: "Clair",
    themeDark: "Sombre",
    themeContrast: "Contraste",
  },
  place: {
    spellings: (names) => `S’écrit aussi ${names.join(", ")}`,
    held: (side, day) => `Tenue par ${side} le ${dates.long(day)}`,
    contested: (side, day) =>
      side === undefined
        ? `Disputée le ${dates.long(day)}`
        : `Disputée le ${dates.long(day)} ; dessinée sur le terrain de ${side}`,
    unknown: (day) => `On ne sait pas qui la tenait le ${dates.long(day)}`,
    bandHint: "Cliquez pour aller à un jour",
    initialSide: (side, first) => `Au début, le ${dates.long(first)} : ${side}`,
    initialSideUnknown: (first) => `Au début, le ${dates.long(first)} : inconnu`,
    history: "Historique du contrôle",
    noChanges: "Aucun changement de contrôle n’est relevé sur cette période.",
    otherClaims: "Autres affirmations",
    position: "Position",
    precision: (km) => `exacte à ${km.replace(".", ",")} km près`,
    positionSource: (source, raw) => {
      if (source === undefined) return raw;
      return {
        "geonames-wof": "GeoNames via Who’s On First",
        geonames: "GeoNames",
        "wikipedia-map-module": "Module de carte de Wikipédia",
        wikipedia: "Wikipédia",
        "ocha-cod": "Données opérationnelles communes de l’OCHA",
        estimate: "estimation propre d’après les documents",
      }[source];
    },
    elsewhere: "La chercher ailleurs",
    contextOnly: "Affichée comme repère : aucun document de ce jeu de données ne la nomme.",
    frontDistance: (distanceKm) => `À ${toComma(formatDistance(distanceKm))} km de la ligne de front`,
    nearestPost: (name, distanceKm, state) => {
      const words = {
        established: "en place",
        encircled: "encerclé",
        relieved: "désencerclé",
        evacuated: "quitté",
      };
      return `Poste d’observation le plus proche : ${name}, ${toComma(formatDistance(distanceKm))} km, ${words[state]}`;
    },
  },
  shortcut: (name) =>
    ({
      "toggle-play": "Lecture ou pause",
      "previous-day": "Un jour en arrière",
      "next-day": "Un jour en avant",
      "previous-change": "Jour de changement précédent",
      "next-change": "Jour de changement suivant",
      "first-day": "Premier jour",
      "last-day": "Dernier jour",
      compare: "Comparer à un autre jour, ou cesser",
      charts: "Ouvrir ou fermer les graphiques",
      story: "Lire le récit, ou le quitter",
      "previous-step": "Étape précédente du récit",
      "next-step": "Étape suivante du récit",
      filter: "Filtrer les données",
      layers: "Ce que montre la carte",
      table: "Tableau de toutes les localités",
      export: "Emporter ou partager : image, film, données, lien",
      search: "Chercher une localité",
      help: "Cette liste",
      escape: "Fermer ce qui est ouvert, ou désélectionner",
    })[name],
  baseMap: {
    name: "Fond de carte",
    builtIn: "Intégré",
    own: "Le mien",
    address: "Adresse d’un fichier PMTiles, de tuiles avec {z}/{x}/{y} ou d’un style",
    use: "Utiliser",
    note: "Désactivé tant que vous ne le réglez pas. Activé, il fait demander à cet hôte la carte de tout lieu que vous regardez : l’hôte sait donc où c’est. Gardé dans ce navigateur seulement.",
    opening: "Demande en cours…",
    shown: (host) => `Affiché, depuis ${host}.`,
    fault: {
      "no-address": "Ce n’est pas une adresse du web. Le fond intégré est affiché.",
      unreachable:
        "Rien n’est venu de cette adresse : l’hôte n’existe pas, la connexion manque, ou il ne laisse pas d’autres pages se servir de ses fichiers. Le fond intégré est affiché.",
      refused: "L’hôte a refusé de donner cette carte. Le fond intégré est affiché.",
      "no-map":
        "Ce que donne cette adresse n’est pas une carte que l’on puisse dessiner ici. Le fond intégré est affiché.",
    },
  },
  table: {
    caption: (day) => `Contrôle de chaque localité à la fin du ${dates.full(day)}`,
    name: "Localité",
    otherName: "Nom arabe",
    kind: "Type",
    governorate: "Gouvernorat",
    control: "Contrôle",
    since: "Depuis",
    contested: (side) => (side === undefined ? "Disputée" : `Disputée (terrain de ${side})`),
    find: "Chercher dans le tableau",
    changes: "Changements",
    bySide: "Tenues par",
    howToRead:
      "Les flèches vont d’une ligne à l’autre, Début et Fin à la première et à la dernière, Entrée montre la localité et son histoire.",
  },
  comparison: {
    hint: "Ce qui diffère à la fin du second jour, quoi qu’il se soit passé entre-temps.",
    unknown:
      "Le jeu de données n’a pas de zones pour l’un des deux jours : le terrain ne peut pas être comparé.",
    same: "Rien ne diffère entre les deux jours.",
    side: "Camp",
    places: "Localités",
    gainedKm2: "km² gagnés",
    areaKm2: "km² en tout",
    placesList: "Localités passées à un autre camp",
    saveList: "Enregistrer la liste (CSV)",
  },
  highway: {
    overTime: "Qui la tenait, jour par jour",
    working: (percent) => `Mesure en cours : ${percent}\u00a0%`,
    days: (count) =>
      plural(count, {
        one: "# changement de longueur, en chiffres",
        other: "# changements de longueur, en chiffres",
      }),
    stretches: "Tronçons à la fin de la journée",
    stretch: (from, to) => (from === to ? `près de ${from}` : `de ${from} à ${to}`),
    outside: "hors des zones de la carte",
    events: "Événements le long de la route",
    eventsNote: (km) =>
      `Ceux qui la nomment, et ceux sur les routes et les patrouilles dans des localités à ${km} km au plus.`,
    noEvents: "Aucun événement de ce jeu de données n’en parle.",
  },
  source: {
    date: "Date",
    leaning: "Orientation",
    id: "Nom court dans les données",
    open: "Ouvrir le document",
    rests: "Ce qui repose sur elle",
    claims: "Affirmations",
    figures: "Chiffres",
    nothing: "Rien dans ce jeu de données ne repose sur elle.",
    corridors: "Accords",
  },
  chartTable: {
    reportedOn: "rapporté :",
    noReport: "aucun chiffre",
    howToRead:
      "Les flèches lisent jour par jour, Page précédente et Page suivante vont aux chiffres que donnent les documents, Entrée montre le jour sur la carte.",
    drawing: "Graphique",
    tableDay: "Jour",
    tableValue: "Chiffre",
    tableWho: "Selon",
    tableSays: "Ce qui est dit",
    previousRows: "Lignes précédentes",
    nextRows: "Lignes suivantes",
  },
  compareModes: {
    mode: "Présenter la comparaison",
    modes: { difference: "Différence", swipe: "Volet", beside: "Côte à côte" },
    divider: "Séparation entre les deux jours",
    dividerAt: (percent: number, day: string) => `${percent}\u00a0% de la carte montre le ${day}`,
  },
  filterForm: {
    note: "Filtre les listes, le tableau et les événements sur la carte ; qui tient quoi n’est jamais filtré. Chaque choix ne juge que ce qui en parle : les événements ne nomment pas de camp.",
    textHint: "Mots d’un texte ou d’un nom",
  },
  playFields: {
    daysPerSecond: "Jours par seconde",
    loop: "Recommencer à la fin",
    changesOnly: "Ne s’arrêter qu’aux jours avec changements",
    from: "Du",
    to: "Au",
    allDays: "Tous les jours",
  },
  groundChoice: {
    name: "Le terrain montre",
    options: {
      holder: "Qui le tient",
      changed: "Le jour où il a changé de mains",
      gained: "Ce qui a été gagné depuis un jour",
      places: "Qui tient la localité la plus proche (déduit)",
    },
    since: "Gagné depuis le",
    trail: "Lignes de front antérieures, en jours",
    none: "Aucune",
  },
  ground: {
    area: "Superficie à la fin de la journée",
    heldKm2: (side, km2, gained) => `${side} ${km2} km²${gained === undefined ? "" : ` (+${gained})`}`,
    place: (name) => `Lieu du répertoire ${name}, absent des données.`,
  },
  embed: {
    whole: "Ouvrir la carte entière",
    gestures: {
      control: "Maintenez Ctrl et faites défiler pour zoomer",
      command: "Maintenez ⌘ et faites défiler pour zoomer",
      touch: "Déplacez la carte avec deux doigts",
    },
  },
  file: {
    noBaseMap:
      "Cette page est un seul fichier et ne demande rien au réseau : elle ne peut pas montrer un fond de carte à vous.",
  },
  wall: {
    region: "Mode mural",
    leave: "Quitter",
    notFull: "F11 ou le menu du navigateur remplit l’écran.",
    notAwake: "Ce navigateur n’empêche pas l’écran de s’éteindre.",
  },
  tour: {
    position: (number, total) => `${number} sur ${total}`,
    next: "Suivant",
    back: "Retour",
    skip: "Passer la visite",
    finish: "Terminer",
    stops: {
      map: {
        name: "La carte",
        text: "Les couleurs disent qui tenait le terrain à la fin du jour ; la ligne sombre est le front. Choisissez une localité pour lire l’histoire de son contrôle et qui l’affirme.",
      },
      legend: {
        name: "La légende",
        text: "Le sens de chaque signe : toujours ce qui se trouve sur la carte, et rien d’autre. Sa dernière ligne dit d’où vient la ligne de front.",
      },
      days: {
        name: "Les jours",
        text: "Faites glisser le curseur, lancez la lecture ou utilisez les flèches du clavier. Les barres comptent ce qui a changé de mains chaque jour ; les signes au-dessus marquent des événements.",
      },
      day: {
        name: "Ce qui s’est passé ce jour-là",
        text: "Les localités qui ont changé de mains, qui l’affirme et avec quelle certitude, ce qui le contredit, et ce que les données rapportent d’autre sur ce jour.",
      },
      story: {
        name: "Le récit",
        text: "Tout le déroulement, raconté étape par étape à côté de la carte. De petits numéros ouvrent les sources de chaque phrase.",
      },
      search: {
        name: "Trouver une localité",
        text: "Tapez un nom dans n’importe quelle graphie ; la touche barre oblique mène aussi ici. La carte va à ce que vous choisissez.",
      },
      tools: {
        name: "Tout le reste",
        text: "Masquez des couches, voyez toutes les localités dans un tableau, enregistrez l’image. Cette visite et la liste des touches restent derrière les trois points.",
      },
    },
  },
};
