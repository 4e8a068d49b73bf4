/** Runs in the page: how many pixels of two pictures of one size differ by more than a little, and how many there are. */
export async function comparePictures([one, other]: readonly [string, string]): Promise<[number, number]> {
  const read = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    return context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
  };
  const [a, b] = await Promise.all([read(one), read(other)]);
  if (a.length !== b.length) return [a.length, 0];
  let different = 0;
  for (let at = 0; at < a.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) > 24)) different += 1;
  }
  return [different, a.length / 4];
}
