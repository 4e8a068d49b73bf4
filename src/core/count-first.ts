/** How many at the beginning of a list are as asked, where those that are come before those that are not; looks at a few of them only. */
export function countFirst(length: number, isAsAsked: (index: number) => boolean): number {
  let [least, most] = [0, length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (isAsAsked(middle)) least = middle + 1;
    else most = middle;
  }
  return least;
}
