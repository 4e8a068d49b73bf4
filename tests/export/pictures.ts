import { deflateSync } from "node:zlib";
import type { Day } from "../../src/core/day.ts";
import { makeChunk } from "../../src/export/provenance/png.ts";
import type { Provenance } from "../../src/export/provenance/provenance.ts";

/** A PNG of one pixel. */
export const PNG = Uint8Array.from(
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    makeChunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0)),
    makeChunk("IDAT", deflateSync(Uint8Array.of(0, 200, 100, 50))),
    makeChunk("IEND", new Uint8Array()),
  ]),
);

const decode = (...base64: readonly string[]) => Uint8Array.from(Buffer.from(base64.join(""), "base64"));

/** By cjpeg of libjpeg-turbo 2.1, 16 by 9 pixels. */
export const JPEG = decode(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG",
  "kJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk",
  "pKSkpKSkpKSkpKSkpKT/wAARCAAJABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAA",
  "AgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6",
  "Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG",
  "x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREA",
  "AgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5",
  "OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPE",
  "xcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwBECxnbCqAhuBBHvOPqflP4US43Hzdu5Gzi",
  "aQsQD6IOnbpVi6/5A1x/uj+YqrpXagLaXP/Z",
);

/** By cwebp 1.2, 16 by 9 pixels, as are the others. */
export const LOSSY_WEBP = decode(
  "UklGRkIAAABXRUJQVlA4IDYAAACwAQCdASoQAAkABABoJbACdADGKVeGAP7QjwSK1+4rZFJeSyXvX+1fxH/3J2wxQ8gopAoA",
  "AAA=",
);
export const LOSSLESS_WEBP = decode(
  "UklGRjAAAABXRUJQVlA4TCMAAAAvDwACAJmM6H9sIqL/ASEBIfv/WdIFAkn+nHs8HDEBTCrdAwA=",
);

/** Lossless, with translucent pixels. */
export const TRANSLUCENT_WEBP = decode(
  "UklGRjoAAABXRUJQVlA4TC0AAAAvDwACEJkyRPQ/NhHR/wCRtk3x/Hs+OhcIJPlz7vFwCARS2AhPAGrHIyhY7wAA",
);

/** Lossy with translucent pixels, for which there must be a VP8X. */
export const EXTENDED_WEBP = decode(
  "UklGRoQAAABXRUJQVlA4WAoAAAAQAAAADwAACAAAQUxQSCQAAAABfyAQSFLYH3iFiEgdDAJAohBLLLHEEksssSywQET/A5TT",
  "3T9WUDggOgAAAPABAJ0BKhAACQAEAGglsAJ0APsDxBZ8MAD+uci0ANQ4D1YL8cl5LJe9f5egz//cnbDFDyCikCgAAAA=",
);

/** Of a picture in Arabic that compares two days, with all that one can have. */
export const PROVENANCE: Provenance = {
  address: "day=2020-02-06&with=2020-01-20&compare=swipe&lang=ar&at=36.5000,35.8000,8.25",
  permalink: "https://example.org/atlas/?day=2020-02-06&with=2020-01-20&lang=ar",
  datasetTitle: 'شمال غرب سوريا – "Idlib" <2020> & ڕۆژاڤا \u{1F5FA}',
  datasetHash: "9b3ea83e".repeat(8),
  version: "0.1.0",
  day: "2020-02-06" as Day,
  comparedDay: "2020-01-20" as Day,
  language: "ar",
  sources: ["Вікіпедія (CC BY-SA)", "© OpenStreetMap contributors", "الأمم المتحدة"],
  licence: "CC BY-SA 4.0 & ODbL",
};
