/** Command that fails where something lies already: it is not ours, and to undo what comes next would remove it. */
export const refuseUnlessFree = (path: string): string =>
  `[ ! -e ${path} ] || { echo '${path} is there already, and is not ours: move it away' >&2; exit 1; }`
