import type { OwnWords } from "../own-words.ts";
import { plural } from "./forms.ts";

const CHANGES = { one: "# modification non enregistrée", other: "# modifications non enregistrées" };

/** The French words for the reader's own data. */
export const frOwn: OwnWords = {
  edit: {
    addClaim: "Ajouter une affirmation",
    move: "Déplacer ce lieu",
    starting: "Lecture des fichiers…",
    whyNot: {
      compiled: "Un fichier compilé ne se modifie pas ici : ouvrez le dossier ou l’archive dont il est issu.",
      kept: "Ce que ce navigateur a gardé ne se modifie pas : rouvrez son dossier ou son archive.",
      served: "Cette page montre ce que détient un serveur, qui ne se modifie pas ici.",
      lent: "Ce lieu est prêté par le fond de carte : le jeu de données n’a pas de liste de lieux à modifier.",
    },
    copyNote: "Vous modifiez une copie. Les fichiers d’origine restent tels quels.",
    claimAbout: (place) => `Une affirmation sur ${place}`,
    moveOf: (place) => `Position de ${place}`,
    firstDay: "Jour",
    lastDay: "Jusqu’au",
    lastDayHint: "Seulement si le jour n’est pas connu : le dernier où cela a pu se produire.",
    side: "Camp",
    noSide: "Aucun",
    action: "Ce qui s’est passé",
    source: "Source",
    sourceHint: "Un document du jeu de données, ou une adresse web.",
    summary: "Ce qu’elle dit",
    noColumn: "La table des affirmations n’a pas de colonne pour cela.",
    lng: "Longitude",
    lat: "Latitude",
    moveHint: "Tirez l’épingle sur la carte, ou saisissez des degrés.",
    add: "Ajouter",
    moveHere: "Déplacer",
    cancel: "Annuler",
    refused: "Non effectué : le jeu de données aurait alors un problème qu’il n’a pas aujourd’hui.",
    added: "L’affirmation est ajoutée.",
    moved: "Le lieu est déplacé.",
    bar: "Modifications des données",
    unsaved: (count) => plural(count, CHANGES),
    allSaved: "Toutes les modifications sont enregistrées",
    working: "En cours…",
    undo: "Annuler la dernière",
    redo: "Rétablir",
    saveFolder: "Enregistrer dans le dossier",
    saveNewFolder: "Enregistrer comme dossier…",
    saveZip: "Enregistrer en zip",
    savedFolder: (folder, files) =>
      `Enregistré dans le dossier ${folder} : ${plural(files, { one: "# fichier écrit", other: "# fichiers écrits" })}.`,
    savedZip: "Enregistré comme archive, qui se rouvre ici.",
    notSaved: (reason) => `Non enregistré : ${reason}`,
    unsavedTitle: "Modifications non enregistrées",
    unsavedText: (count) =>
      `Les données affichées ont ${plural(count, CHANGES)}. Ouvrir d’autres données y fait renoncer.`,
    discard: "Y renoncer et continuer",
    keep: "Rester ici",
  },
  follow: {
    hint: "La page suit un dossier : quand un fichier change, le tableau de bord change aussi.",
    changed: "Les fichiers du dossier ont changé.",
    apply: "Les prendre, avec mes modifications",
    takeTheirs: "Les prendre sans mes modifications",
    noPermission: (folder) =>
      `Le navigateur ne laisse plus cette page lire le dossier ${folder}. Rouvrez-le pour le suivre.`,
    gone: (folder) => `Le dossier ${folder} n’est plus là. La page reste telle quelle.`,
  },
  address: {
    title: "Ouvrir des données depuis une adresse",
    question: "Le lien que vous avez suivi demande à cette page de chercher des données ailleurs.",
    host: "Hôte",
    whole: "Adresse",
    requests: (isDeclaration) =>
      isDeclaration
        ? "Votre navigateur demanderait ce fichier, et les fichiers voisins qu’il nomme."
        : "Votre navigateur demanderait ce seul fichier.",
    nothingElse:
      "L’hôte apprend votre adresse réseau et rien de ce que vous faites ici. Rien d’autre n’est demandé, et rien n’est envoyé.",
    pinned: "Le lien dit quel contenu est voulu (SHA-256) ; aucun autre n’est ouvert.",
    open: "Chercher et ouvrir",
    not: "Ne pas ouvrir",
    fetching: "Téléchargement…",
    fault: (fault, detail) =>
      ({
        "not-http": `Seules les adresses qui commencent par https:// ou http:// s’ouvrent, et celle-ci non : ${detail}`,
        unreachable:
          "Rien n’est venu. Soit le réseau ou l’hôte manque, soit l’hôte ne permet pas aux pages d’ailleurs de lire ses fichiers (CORS) : demandez à qui le gère, ou téléchargez le fichier et ouvrez-le ici.",
        redirected:
          "L’hôte renvoie à une autre adresse, sur laquelle vous n’avez pas été interrogé. Mettez cette adresse dans le lien.",
        refused: `L’hôte a répondu ${detail}.`,
        "too-large": `Le fichier dépasse ${detail}, le plus qui s’ouvre ici.`,
        "other-hash": `Le contenu est autre que celui que dit le lien. Son SHA-256 est ${detail}. Rien n’a été ouvert.`,
        "no-hash":
          "Cette page ne peut pas vérifier le contenu, car elle ne vient pas de https. Rien n’a été ouvert.",
        outside: `Le jeu de données nomme un fichier qui ne se trouve pas à côté de lui : ${detail}`,
      })[fault],
    came: "SHA-256 de ce qui est venu",
    pin: "Lien vers ce contenu exactement",
    show: "Afficher",
  },
};
