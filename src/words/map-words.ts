/** The texts of the map and of exported pictures that the rest of the interface does not share. */
export interface MapWords {
  /** Label of the map for those who cannot see it. `day` is the full date. */
  readonly mapLabel: (day: string) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly credits: string;
  readonly licence: string;
  readonly kilometres: string;
  readonly metres: string;
  /** The map cannot be drawn at all, or has stopped. */
  readonly noGraphics: string;
  readonly graphicsLost: string;
  /** Why a picture could not be made. */
  readonly pictureEmpty: string;
  readonly pictureTimedOut: string;
  readonly pictureTooLarge: (widthPx: number, heightPx: number) => string;
}
